package dev.socialhub.cli.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes schemas from records, and validates documents against those that are in the tool. */
public final class Schemas {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final SchemaGenerator GENERATOR = generator();

    private Schemas() {}

    /** The schema of a command's document as it would be stored. */
    static String generate(String command, Class<?> document) {
        ObjectNode schema = JSON.createObjectNode();
        ObjectNode generated = GENERATOR.generateSchema(document);
        schema.set("$schema", generated.remove("$schema"));
        schema.put("title", "socialhubctl " + command);
        schema.setAll(generated);
        try {
            return JSON.writeValueAsString(schema) + "\n";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The path of a command's schema among the resources. */
    static String resource(String command) {
        return "/schema/" + command.replace(' ', '-') + ".json";
    }

    /** The violations in a document; empty when it matches its command's schema. */
    public static Set<ValidationMessage> problems(String command, JsonNode document) {
        String resource = resource(command);
        try (InputStream file = Schemas.class.getResourceAsStream(resource)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Objects.requireNonNull(file, resource + " is missing"))
                    .validate(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(
                                JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                        .with(
                                new JacksonModule(
                                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                                        JacksonOption.RESPECT_JSONPROPERTY_ORDER));
        // A missing value is written as null, so no field is ever missing.
        config.forFields()
                .withRequiredCheck(_ -> true)
                .withNullableCheck(field ->
                        field.getRawMember()
                                .getAnnotatedType()
                                .isAnnotationPresent(Nullable.class));
        return new SchemaGenerator(config.build());
    }
}
