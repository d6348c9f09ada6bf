package dev.socialhub.cli.load.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** The generator's messages while it works. */
public sealed interface GeneratorMessages {
    /** The generator creates what the load needs. */
    record Preparing(long done, long of, String what) implements GeneratorMessages {}

    /** A part of the run begins: {@code warm-up}, {@code measuring}, {@code ending}. */
    record Phase(String phase) implements GeneratorMessages {}

    /**
     * The progress of a part.
     *
     * @param second since it began
     */
    record Going(String phase, long second, long started, long succeeded, long failed)
            implements GeneratorMessages {}

    /** Parses a line; empty if it isn't in the generator's format. */
    static Optional<GeneratorMessages> parse(String line, JsonMapper json) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode message = json.readTree(line);
            return switch (message.path("event").asText()) {
                case "preparing" ->
                        Optional.of(
                                new Preparing(
                                        message.path("done").asLong(),
                                        message.path("of").asLong(),
                                        message.path("what").asText()));
                case "phase" -> Optional.of(new Phase(message.path("phase").asText()));
                case "progress" ->
                        Optional.of(
                                new Going(
                                        message.path("phase").asText(),
                                        message.path("second").asLong(),
                                        message.path("started").asLong(),
                                        message.path("succeeded").asLong(),
                                        message.path("failed").asLong()));
                default -> Optional.empty();
            };
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }
}
