package dev.socialhub.ops.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is stored about a user.
 *
 * @param deletedAt when the user was deleted, if that is known here
 * @param erased whether the user is deleted and nothing but that fact is left
 * @param facts the number of items of each kind, in an order for people to read
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StoredUserData(@Nullable Instant deletedAt, boolean erased, Map<String, Long> facts) {

    public StoredUserData {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
