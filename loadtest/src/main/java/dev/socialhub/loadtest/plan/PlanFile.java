package dev.socialhub.loadtest.plan;

import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.EmptyString;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.loadtest.format.PlanDocument;
import dev.socialhub.loadtest.format.ProbePlanDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads plans. */
public final class PlanFile {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .withCoercionConfigDefaults(
                            it -> it.setCoercion(EmptyString, CoercionAction.Fail))
                    .build();

    private static final List<String> REQUIRED =
            List.of(
                    "version",
                    "run",
                    "profile",
                    "gateway",
                    "rate",
                    "warm_up_seconds",
                    "seconds",
                    "people",
                    "folder");

    private static final List<String> REQUIRED_FOR_PROBES =
            List.of("version", "run", "probes", "warm_up_seconds", "seconds", "folder");

    private PlanFile() {}

    /**
     * The plan in a file.
     *
     * @throws BadPlan if there is none
     */
    public static Plan read(Path file) {
        return PlanChecks.plan(document(file, PlanDocument.class, REQUIRED));
    }

    /**
     * The plan of a calibration in a file.
     *
     * @throws BadPlan if there is none
     */
    public static ProbePlan readProbes(Path file) {
        return PlanChecks.plan(document(file, ProbePlanDocument.class, REQUIRED_FOR_PROBES));
    }

    /** A number that is missing would be zero in the record. */
    private static <T> T document(Path file, Class<T> type, List<String> required) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            T document = JSON.readValue(bytes, type);
            if (document == null) {
                throw new BadPlan("it contains no plan");
            }
            JsonNode values = JSON.readTree(bytes);
            for (String key : required) {
                if (!values.hasNonNull(key)) {
                    throw new BadPlan(key + " is missing");
                }
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
