package dev.socialhub.users.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.ops.seed.SeedRepository;
import dev.socialhub.ops.seed.SeedRules;
import dev.socialhub.ops.seed.Seeded;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

@Hidden
@Controller("/internal/ops/seed")
@OpsEndpoint
class SeedController {

    private final SeedRepository seeds;
    private final SeedEdges seedEdges;

    SeedController(SeedRepository seeds, SeedEdges seedEdges) {
        this.seeds = seeds;
        this.seedEdges = seedEdges;
    }

    /**
     * Creates profiles without publishing events; existing profiles stay as they are, and those of
     * deleted users are left out.
     */
    @Post("/profiles")
    Seeded profiles(@Body @Valid ProfileBatch batch) {
        return seeds.add(SeededProfile.TABLE, batch.profiles());
    }

    /**
     * Creates follows or blocks without publishing events or counting; the counts are computed
     * later.
     */
    @Post("/edges")
    Seeded edges(@Body @Valid EdgeBatch batch) {
        return seedEdges.add(EdgeKind.ofWireName(batch.kind()), batch.edges());
    }

    /** Profiles that are written together. */
    @Serdeable.Deserializable
    @JsonIgnoreProperties(ignoreUnknown = false)
    record ProfileBatch(
            @NotNull(message = "is required")
                    @Size(min = 1, max = SeedRules.MAX_ROWS, message = "must be 1 to 2000 rows")
                    List<@Valid @NotNull(message = "can't be null") SeededProfile> profiles) {}

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
}
