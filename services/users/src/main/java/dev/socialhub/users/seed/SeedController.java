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

    /** Makes profiles that nobody is told of; those that are there stay as they are. */
    @Post("/profiles")
    Seeded profiles(@Body @Valid ProfileBatch batch) {
        return seedPeople.profiles(batch.profiles());
    }

    /** Lets people follow or block, and tells and counts nothing: the counts are made later. */
    @Post("/edges")
    Seeded edges(@Body @Valid EdgeBatch batch) {
        return seedPeople.edges(EdgeKind.ofWireName(batch.kind()), batch.edges());
    }
}
