package dev.socialhub.cli.compose;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The variables without which a compose file can't be used, in its order.
 *
 * @param names each once
 */
record RequiredVariables(List<String> names) {
    /** {@code ${NAME:?message}} and {@code ${NAME?message}}. */
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):?\\?");

    RequiredVariables {
        names = List.copyOf(names);
    }

    /**
     * @throws OperatorError if the file doesn't exist
     */
    static RequiredVariables of(Path composeFile) {
        if (!Files.isRegularFile(composeFile)) {
            throw new OperatorError(
                    ExitCode.NOT_FOUND,
                    composeFile + " doesn't exist",
                    "run the socialhubctl that is beside docker-compose.yml, or set SOCIALHUB_ROOT"
                            + " to its folder");
        }
        try (var lines = Files.lines(composeFile)) {
            return new RequiredVariables(
                    lines.filter(line -> !line.stripLeading().startsWith("#"))
                            .flatMap(line -> REQUIRED.matcher(line).results())
                            .map(match -> match.group(1))
                            .distinct()
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
