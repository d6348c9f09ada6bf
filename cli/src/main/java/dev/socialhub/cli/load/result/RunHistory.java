package dev.socialhub.cli.load.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The runs of one folder, a file for each. */
public final class RunHistory {
    private static final String SUFFIX = ".json";
    private static final String LAST = "last";

    private final Path folder;

    /**
     * @param folder may not exist yet
     */
    public RunHistory(Path folder) {
        this.folder = folder;
    }

    /** All runs in the folder, newest first, and the files that can't be read. */
    public record Found(List<LoadRun> runs, List<Spoiled> spoiled) {
        public Found {
            runs = List.copyOf(runs);
            spoiled = List.copyOf(spoiled);
        }
    }

    /** A file that holds no valid run. */
    public record Spoiled(String file, String why) {}

    /** The file of a run, whether it exists or not. */
    public Path json(String id) {
        return folder.resolve(id + SUFFIX);
    }

    /** The file of its page. */
    public Path page(String id) {
        return folder.resolve(id + ".html");
    }

    /** Reads all runs. */
    public Found all() {
        List<LoadRun> runs = new ArrayList<>();
        List<Spoiled> spoiled = new ArrayList<>();
        for (Path file : files()) {
            try {
                runs.add(parse(Files.readString(file)));
            } catch (IOException unreadable) {
                spoiled.add(new Spoiled(file.toString(), reason(unreadable)));
            }
        }
        runs.sort(Comparator.comparing(LoadRun::began).reversed());
        return new Found(runs, spoiled);
    }

    /**
     * The run that an operator names.
     *
     * @param name a file, the id of a run in the history, or {@code last}
     * @param profile that the run must have
     * @throws OperatorError if there is no such run, or it is of another profile
     */
    public LoadRun named(String name, String profile) {
        LoadRun run = name.equals(LAST) ? last(profile) : read(place(name), name);
        if (!run.profile().equals(profile)) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "%s is a run of %s, and this is one of %s"
                            .formatted(Printable.line(name), run.profile(), profile),
                    "compare runs of one profile");
        }
        return run;
    }

    private LoadRun last(String profile) {
        return all().runs().stream()
                .filter(run -> run.profile().equals(profile))
                .filter(run -> run.verdict() != GoalVerdict.invalid)
                .findFirst()
                .orElseThrow(() ->
                        new OperatorError(
                                ExitCode.NOT_FOUND,
                                "there is no valid run of " + profile + " yet",
                                "see `socialhubctl load history`"));
    }

    private Path place(String name) {
        // An id contains no folder: a name with one is a file.
        boolean isId = name.matches("[A-Za-z0-9-]+");
        return isId && Files.isRegularFile(json(name)) ? json(name) : Path.of(name);
    }

    private static LoadRun read(Path file, String name) {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw new OperatorError(
                    ExitCode.NOT_FOUND,
                    "there is no run '" + Printable.line(name) + "'",
                    "give a file, `last`, or an id of `socialhubctl load history`",
                    missing);
        } catch (IOException unreadable) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    Printable.line(name) + " contains no run (" + reason(unreadable) + ")",
                    "give a file that `socialhubctl load run` has written",
                    unreadable);
        }
    }

    private static LoadRun parse(String text) throws IOException {
        LoadRun run = Json.MAPPER.readValue(text, LoadRun.class);
        if (run == null || run.version() != LoadRun.VERSION) {
            throw new IOException("unsupported version");
        }
        return run;
    }

    /** Loaded only when a run is read. */
    private static final class Json {
        static final JsonMapper MAPPER =
                JsonMapper.builder()
                        // Newer versions of the tool may have written more fields.
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String reason(IOException unreadable) {
        return unreadable instanceof JsonProcessingException
                ? "it isn't the JSON of a run"
                : Printable.line(String.valueOf(unreadable.getMessage()), 80);
    }
}
