package dev.socialhub.auth.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.ops.seed.SeedRules;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Accounts that are inserted together. */
@Serdeable.Deserializable
@JsonIgnoreProperties(ignoreUnknown = false)
record AccountBatch(
        @NotNull(message = "is required")
                @Size(min = 1, max = SeedRules.MAX_ROWS, message = "must be 1 to 2000 rows")
                List<@Valid @NotNull(message = "can't be null") SeededAccount> accounts) {}
