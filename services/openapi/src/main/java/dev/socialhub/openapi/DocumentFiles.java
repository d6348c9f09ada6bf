package dev.socialhub.openapi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads documents from the class path, and writes the merged one. */
final class DocumentFiles {

    static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .build();

    private DocumentFiles() {}

    static ObjectNode read(String resource) {
        try (InputStream in = DocumentFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return (ObjectNode) YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    static void write(ObjectNode document, Path folder) throws IOException {
        Files.createDirectories(folder);
        YAML.writeValue(folder.resolve("openapi.yaml").toFile(), document);
        JsonMapper.builder().build().writeValue(folder.resolve("openapi.json").toFile(), document);
    }
}
