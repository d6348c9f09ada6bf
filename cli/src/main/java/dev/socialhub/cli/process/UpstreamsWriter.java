package dev.socialhub.cli.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.socialhub.cli.machine.AtomicFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes the list of instances for the gateway: {@code {"posts":["http://127.0.0.1:5001",…],…}}.
 * The gateway reads this file again and again.
 */
final class UpstreamsWriter {
    private final Path file;

    UpstreamsWriter(Path file) {
        this.file = file;
    }

    /**
     * @param urls the addresses of each service's instances, at least one
     */
    void write(Map<String, List<String>> urls) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            for (Map.Entry<String, List<String>> service : urls.entrySet()) {
                json.writeArrayFieldStart(service.getKey());
                for (String url : service.getValue()) {
                    json.writeString(url);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        AtomicFile.write(file, text + "\n");
    }
}
