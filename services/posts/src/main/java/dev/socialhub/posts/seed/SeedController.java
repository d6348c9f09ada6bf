package dev.socialhub.posts.seed;

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

    private final SeedPosts seedPosts;

    SeedController(SeedPosts seedPosts) {
        this.seedPosts = seedPosts;
    }

    /** Adds posts without publishing events; existing posts stay unchanged. */
    @Post("/posts")
    Seeded posts(@Body @Valid PostBatch batch) {
        return seedPosts.seed(batch.posts());
    }
}
