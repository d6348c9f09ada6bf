package dev.socialhub.users.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.ops.seed.SeedRules;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Edges of one kind that are written together.
 *
 * @param kind {@code follow} or {@code block}
 */
@Serdeable.Deserializable
@JsonIgnoreProperties(ignoreUnknown = false)
record EdgeBatch(
        @NotNull(message = "is required")
                @Pattern(regexp = "follow|block", message = "must be follow or block")
                String kind,
        @NotNull(message = "is required")
                @Size(min = 1, max = SeedRules.MAX_ROWS, message = "must be 1 to 2000 rows")
                List<@Valid @NotNull(message = "can't be null") SeededEdge> edges) {}
