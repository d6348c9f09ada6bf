package dev.socialhub.cli.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * The ports in force: {@code {"version":1,"ports":{"gateway":8080,…}}}. So that every later command
 * finds the platform without the environment it was started with.
 *
 * <p>Streamed, because binding classes would cost {@code status} more time than all the rest.
 */
final class PortsFile {
    private static final int VERSION = 1;

    private final Path file;

    PortsFile(Path file) {
        this.file = file;
    }

    /** What is remembered; empty before the first start. */
    Map<Port, Integer> read() {
        try (JsonParser json = new JsonFactory().createParser(Files.readString(file))) {
            return ports(json);
        } catch (NoSuchFileException neverStarted) {
            return Map.of();
        } catch (JsonProcessingException damaged) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    file + " is damaged",
                    "delete it; the next `socialhubctl up` writes it anew",
                    damaged);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write(Ports ports) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeObjectFieldStart("ports");
            for (Port port : Port.values()) {
                json.writeNumberField(port.key(), ports.of(port));
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        WholeFile.write(file, text + "\n");
    }

    private static Map<Port, Integer> ports(JsonParser json) throws IOException {
        Map<Port, Integer> found = new EnumMap<>(Port.class);
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.VALUE_NUMBER_INT) {
                for (Port port : Port.values()) {
                    if (port.key().equals(json.currentName())) {
                        found.put(port, json.getIntValue());
                    }
                }
            }
        }
        return found;
    }
}
