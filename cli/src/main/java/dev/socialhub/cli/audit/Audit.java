package dev.socialhub.cli.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.cli.connection.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file with one JSON line when an operation begins and another when it ends. A line without its
 * second one belongs to an operation that was cut off.
 */
public final class Audit {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = "audit.jsonl";

    private final Path folder;
    private final Clock clock;

    public Audit(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The audit file of this platform, on this machine. */
    public static Audit of(Target target) {
        return new Audit(target.toolState(), Clock.systemUTC());
    }

    /**
     * An operation.
     *
     * @param command such as {@code dlt purge}
     * @param id identifies it; the same when the operation is resumed
     * @param reason as the operator gave it
     * @param plan what was to be done, to be written as JSON
     */
    public record Deed(String command, String id, @Nullable String reason, Object plan) {}

    /** Must be written before anything is done. */
    public void begun(Deed deed) {
        append(deed, "begun", null);
    }

    /**
     * Must be written however the operation ended.
     *
     * @param outcome in a few words
     */
    public void ended(Deed deed, String outcome) {
        append(deed, "ended", outcome);
    }

    @JsonPropertyOrder({"version", "time", "who", "command", "id", "step", "reason", "outcome"})
    record Line(
            int version,
            String time,
            String who,
            String command,
            String id,
            String step,
            @Nullable String reason,
            @Nullable String outcome,
            Object plan) {}

    private void append(Deed deed, String step, @Nullable String outcome) {
        Line line =
                new Line(
                        1,
                        clock.instant().toString(),
                        System.getProperty("user.name"),
                        deed.command(),
                        deed.id(),
                        step,
                        deed.reason(),
                        outcome,
                        deed.plan());
        try {
            Files.createDirectories(folder);
            // One write, so that lines of two operators don't run into each other.
            try (FileChannel file =
                    FileChannel.open(
                            folder.resolve(FILE),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
                ByteBuffer bytes =
                        StandardCharsets.UTF_8.encode(JSON.writeValueAsString(line) + "\n");
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(
                    "this plan can't be written as JSON: " + deed.plan(), unwritable);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
