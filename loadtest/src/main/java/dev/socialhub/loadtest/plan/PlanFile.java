package dev.socialhub.loadtest.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads plans. */
public final class PlanFile {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private PlanFile() {}

    /**
     * The plan in a file.
     *
     * @throws BadPlan when there is none, or none that can be followed
     */
    public static Plan read(Path file) {
        try {
            PlanDocument document = JSON.readValue(Files.readAllBytes(file), PlanDocument.class);
            if (document == null) {
                throw new BadPlan("it holds no plan");
            }
            return document.plan();
        } catch (UnrecognizedPropertyException unknown) {
            throw new BadPlan("it has an unknown key, " + path(unknown));
        } catch (JsonMappingException wrong) {
            throw new BadPlan("the value of " + path(wrong) + " is of the wrong kind");
        } catch (JsonProcessingException broken) {
            throw new BadPlan("it is no JSON");
        } catch (IOException unreadable) {
            throw new BadPlan("it can't be read");
        }
    }

    private static String path(JsonMappingException wrong) {
        String path =
                wrong.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null
                                        ? Integer.toString(step.getIndex())
                                        : step.getFieldName())
                        .collect(Collectors.joining("."));
        return path.isEmpty() ? "the whole" : path.replaceAll("\\p{Cntrl}", "?");
    }
}
