package dev.socialhub.auth.seed;

import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.ops.seed.Seeded;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;

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
}
