package dev.socialhub.auth.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.ops.seed.SeedRules;
import dev.socialhub.ops.seed.Seeded;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

@Hidden
@Controller("/internal/ops/seed")
@OpsEndpoint
class SeedController {

    private final SeedAccounts seedAccounts;

    SeedController(SeedAccounts seedAccounts) {
        this.seedAccounts = seedAccounts;
    }

    /** Creates accounts without publishing events; existing accounts stay unchanged. */
    @Post("/accounts")
    Seeded accounts(@Body @Valid AccountBatch batch) {
        return seedAccounts.seed(batch.accounts());
    }

    /** Accounts that are inserted together. */
    @Serdeable.Deserializable
    @JsonIgnoreProperties(ignoreUnknown = false)
    record AccountBatch(
            @NotNull(message = "is required")
                    @Size(min = 1, max = SeedRules.MAX_ROWS, message = "must be 1 to 2000 rows")
                    List<@Valid @NotNull(message = "can't be null") SeededAccount> accounts) {}
}
