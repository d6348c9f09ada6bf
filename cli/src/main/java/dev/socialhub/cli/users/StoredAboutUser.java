package dev.socialhub.cli.users;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a service stores about a user.
 *
 * @param problem why it couldn't be asked; null when it could
 * @param deletedAt when the user was deleted, as far as the service knows
 * @param erased whether nothing is left there but that time
 * @param facts the number of rows of each kind
 */
@JsonPropertyOrder({"service", "problem", "deletedAt", "erased", "facts"})
record StoredAboutUser(
        String service,
        @Nullable String problem,
        @Nullable String deletedAt,
        boolean erased,
        Map<String, Long> facts) {

    static StoredAboutUser of(String service, JsonNode answer) {
        Map<String, Long> facts = new LinkedHashMap<>();
        answer.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asLong()));
        JsonNode deletedAt = answer.path("deletedAt");
        return new StoredAboutUser(
                service,
                null,
                deletedAt.isTextual() ? deletedAt.asText() : null,
                answer.path("erased").asBoolean(),
                facts);
    }

    static StoredAboutUser unknown(String service, String problem) {
        return new StoredAboutUser(service, problem, null, false, Map.of());
    }

    @JsonIgnore
    boolean isKnown() {
        return problem == null;
    }

    /** In words: {@code 1 profile, 3 followers}. */
    String brief() {
        return problem != null
                ? problem
                : facts.entrySet().stream()
                        .map(fact -> fact.getValue() + " " + fact.getKey())
                        .collect(Collectors.joining(", "));
    }
}
