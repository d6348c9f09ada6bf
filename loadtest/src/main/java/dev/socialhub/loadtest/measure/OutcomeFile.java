package dev.socialhub.loadtest.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.loadtest.run.RunRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes outcomes atomically. */
public final class OutcomeFile {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private OutcomeFile() {}

    /**
     * Writes one: of a run, or of a calibration.
     *
     * @throws RunRefused if the file can't be written
     */
    public static void write(Path file, Record outcome) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.write(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(outcome));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new RunRefused(
                    "the outcome can't be written to " + file + ": make room or name another file",
                    unwritable);
        }
    }
}
