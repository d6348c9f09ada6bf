package dev.socialhub.cli.compose;

import dev.socialhub.cli.machine.AtomicFile;
import dev.socialhub.cli.machine.NewSecret;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code .env} that {@code docker compose} reads variables from. */
final class SecretsFile {
    private static final String HEAD =
            "# Made by `socialhubctl compose init`. The data can't be read without it: keep it, and"
                    + " keep it to yourself.\n";

    /** A variable that has a value; quotes alone are none. */
    private static final Pattern GIVEN =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*[=:]\\s*(.*)");

    private static final Set<String> EMPTY = Set.of("", "\"\"", "''");

    private final Path file;
    private final SecureRandom random;

    SecretsFile(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    /**
     * The result for each required variable.
     *
     * @param kept those that had a value
     * @param made those that were given one
     */
    record Supplied(Path file, List<String> kept, List<String> made) {
        Supplied {
            kept = List.copyOf(kept);
            made = List.copyOf(made);
        }
    }

    /**
     * Gives each of these a value, if it has none. The rest of the file is unchanged.
     *
     * @throws OperatorError if the file can't be read or written
     */
    Supplied supply(List<String> names) {
        try {
            List<String> lines =
                    Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : List.of();
            Set<String> given = given(lines);
            List<String> kept = names.stream().filter(given::contains).toList();
            List<String> made = names.stream().filter(name -> !given.contains(name)).toList();
            write(lines, made);
            return new Supplied(file, kept, made);
        } catch (IOException | UncheckedIOException failure) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    file + " can't be read or written",
                    "run as the owner of its folder",
                    failure);
        }
    }

    /**
     * Written even if nothing is new: the mode of a file that the operator made becomes 600 as
     * well.
     */
    private void write(List<String> lines, List<String> made) {
        StringBuilder text = new StringBuilder(lines.isEmpty() ? HEAD : "");
        lines.stream()
                .filter(line -> made.stream().noneMatch(name -> isOf(name, line)))
                .forEach(line -> text.append(line).append('\n'));
        made.forEach(name ->
                text.append(name).append('=').append(NewSecret.of(name, random)).append('\n'));
        AtomicFile.write(file, text.toString());
    }

    private static Set<String> given(List<String> lines) {
        Set<String> names = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher given = GIVEN.matcher(line);
            if (given.matches() && !EMPTY.contains(given.group(2).strip())) {
                names.add(given.group(1));
            }
        }
        return names;
    }

    private static boolean isOf(String name, String line) {
        Matcher given = GIVEN.matcher(line);
        return given.matches() && given.group(1).equals(name);
    }
}
