package dev.socialhub.posts.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.ops.seed.SeedRules;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Posts that are inserted together. */
@Serdeable.Deserializable
@JsonIgnoreProperties(ignoreUnknown = false)
record PostBatch(
        @NotNull(message = "is required")
                @Size(min = 1, max = SeedRules.MAX_ROWS, message = "must be 1 to 2000 rows")
                List<@Valid @NotNull(message = "can't be null") SeededPost> posts) {}
