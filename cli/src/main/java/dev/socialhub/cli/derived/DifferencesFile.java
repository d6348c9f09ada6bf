package dev.socialhub.cli.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes every difference as a line of JSON, whole pages at a time; writes nothing if no file is
 * given.
 */
final class DifferencesFile implements AutoCloseable {
    private final JsonMapper json = new JsonMapper();
    private final DerivedDataKind kind;
    private final @Nullable Path file;
    private final Writer lines;

    private DifferencesFile(DerivedDataKind kind, @Nullable Path file, Writer lines) {
        this.kind = kind;
        this.file = file;
        this.lines = lines;
    }

    /**
     * @param append whether the lines of an earlier run are kept
     */
    static DifferencesFile open(DerivedDataKind kind, @Nullable Path file, boolean append) {
        if (file == null) {
            return new DifferencesFile(kind, null, Writer.nullWriter());
        }
        OpenOption rest = append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try {
            return new DifferencesFile(
                    kind,
                    file,
                    Files.newBufferedWriter(
                            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, rest));
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    /** Whether services have to report all differences, not only a few. */
    boolean needsAll() {
        return file != null;
    }

    void write(DerivedData derived, JsonNode page) {
        try {
            for (JsonNode difference : page.path("examples")) {
                Map<String, String> line = new LinkedHashMap<>();
                line.put("service", derived.service());
                line.put(kind.singular(), derived.name());
                line.put("difference", difference.asText());
                lines.write(json.writeValueAsString(line) + "\n");
            }
            lines.flush();
        } catch (IOException full) {
            throw unwritable(String.valueOf(file), full);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException full) {
            throw unwritable(String.valueOf(file), full);
        }
    }

    private static OperatorError unwritable(Object file, IOException failure) {
        return new OperatorError(
                ExitCode.FAILED,
                "%s can't be written (%s)".formatted(file, failure.getClass().getSimpleName()),
                "name another file with --differences",
                failure);
    }
}
