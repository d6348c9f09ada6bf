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
            JsonNode said = json.readTree(line);
            return switch (said.path("event").asText()) {
                case "preparing" ->
                        Optional.of(
                                new Preparing(
                                        said.path("done").asLong(),
                                        said.path("of").asLong(),
                                        said.path("what").asText()));
                case "phase" -> Optional.of(new Phase(said.path("phase").asText()));
                case "progress" ->
                        Optional.of(
                                new Going(
                                        said.path("phase").asText(),
                                        said.path("second").asLong(),
                                        said.path("started").asLong(),
                                        said.path("succeeded").asLong(),
                                        said.path("failed").asLong()));
                default -> Optional.empty();
            };
        } catch (JsonProcessingException rubbish) {
            return Optional.empty();
        }
    }
}
