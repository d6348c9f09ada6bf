package dev.socialhub.ops.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is held of a person.
 *
 * @param deletedAt when the person went, if that is known here
 * @param erased whether the person is gone and nothing is left but that
 * @param facts how many of what, in an order for people to read
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Held(@Nullable Instant deletedAt, boolean erased, Map<String, Long> facts) {

    public Held {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
