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
     * @throws BadPlan if there is none
     */
    public static Plan read(Path file) {
        return document(file, PlanDocument.class).plan();
    }

    /**
     * The plan of a calibration in a file.
     *
     * @throws BadPlan if there is none
     */
    public static ProbePlan readProbes(Path file) {
        return document(file, ProbePlanDocument.class).plan();
    }

    private static <T> T document(Path file, Class<T> type) {
        try {
            T document = JSON.readValue(Files.readAllBytes(file), type);
            if (document == null) {
                throw new BadPlan("it contains no plan");
            }
            return document;
        } catch (UnrecognizedPropertyException unknown) {
            throw new BadPlan("it has an unknown key, " + path(unknown));
        } catch (JsonMappingException mismatch) {
            throw new BadPlan("the value of " + path(mismatch) + " has the wrong type");
        } catch (JsonProcessingException malformed) {
            throw new BadPlan("it is not JSON");
        } catch (IOException unreadable) {
            throw new BadPlan("it can't be read");
        }
    }

    private static String path(JsonMappingException mismatch) {
        String path =
                mismatch.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null
                                        ? Integer.toString(step.getIndex())
                                        : step.getFieldName())
                        .collect(Collectors.joining("."));
        return path.isEmpty() ? "the document" : path.replaceAll("\\p{Cntrl}", "?");
    }
}
