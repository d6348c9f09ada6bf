package dev.socialhub.users.seed;

import dev.socialhub.contracts.user.EdgeKind;
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

    private final SeedPeople seedPeople;

    SeedController(SeedPeople seedPeople) {
        this.seedPeople = seedPeople;
    }

    /** Creates profiles without publishing events; existing profiles stay as they are. */
    @Post("/profiles")
    Seeded profiles(@Body @Valid ProfileBatch batch) {
        return seedPeople.profiles(batch.profiles());
    }

    /**
     * Creates follows or blocks without publishing events or counting; the counts are computed
     * later.
     */
    @Post("/edges")
    Seeded edges(@Body @Valid EdgeBatch batch) {
        return seedPeople.edges(EdgeKind.ofWireName(batch.kind()), batch.edges());
    }
}
