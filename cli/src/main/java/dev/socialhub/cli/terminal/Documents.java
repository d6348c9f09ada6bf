package dev.socialhub.cli.terminal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Records as JSON and YAML. Loaded only by commands that are asked for them. */
public final class Documents {
    private Documents() {}

    /** The document in the asked format, ending with a line break; nulls are written. */
    public static String write(OutputFormat format, Object document) {
        try {
            String text = mapper(format).writeValueAsString(document);
            return text.endsWith("\n") ? text : text + "\n";
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("not a document: " + document, unwritable);
        }
    }

    /** The document as JSON in one line, for output of many lines; its mapper is reused. */
    public static String jsonLine(Object document) {
        try {
            return Lines.MAPPER.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("not a document: " + document, unwritable);
        }
    }

    /** Created with the first line. */
    private static final class Lines {
        static final ObjectMapper MAPPER = prepared(new JsonMapper());
    }

    private static ObjectMapper mapper(OutputFormat format) {
        return switch (format) {
            case json -> prepared(new JsonMapper()).enable(SerializationFeature.INDENT_OUTPUT);
            case yaml ->
                    prepared(
                            YAMLMapper.builder()
                                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                                    .build());
            case table -> throw new IllegalArgumentException("a table isn't a document");
        };
    }

    private static ObjectMapper prepared(ObjectMapper mapper) {
        return mapper.setSerializationInclusion(JsonInclude.Include.ALWAYS);
    }
}
