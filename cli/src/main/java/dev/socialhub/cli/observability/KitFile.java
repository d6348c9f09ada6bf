package dev.socialhub.cli.observability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.nio.file.Path;

/** A file of the kit as a tree. JSON is YAML, so one reader does for both. */
public final class KitFile {
    private static final YAMLMapper READER = new YAMLMapper();

    private KitFile() {}

    /**
     * @throws OperatorError if it can't be read or isn't YAML
     */
    public static JsonNode read(Path file) {
        try {
            return READER.readTree(file.toFile());
        } catch (JsonProcessingException malformed) {
            throw unreadable(file, malformed.getOriginalMessage(), malformed);
        } catch (IOException unreadable) {
            throw unreadable(file, String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static OperatorError unreadable(Path file, String why, IOException cause) {
        return new OperatorError(
                ExitCode.FAILED,
                "%s can't be read (%s)".formatted(file, why),
                "fix it, or restore it from the repository",
                cause);
    }
}
