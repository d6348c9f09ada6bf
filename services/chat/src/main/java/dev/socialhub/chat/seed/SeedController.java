package dev.socialhub.chat.seed;

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

    private final StoreSampleMessages storeSampleMessages;

    SeedController(StoreSampleMessages storeSampleMessages) {
        this.storeSampleMessages = storeSampleMessages;
    }

    /**
     * Adds messages without publishing events, in this order and with these times; those of deleted
     * users are left out. The members of direct conversations have read all but what came last.
     */
    @Post("/messages")
    Seeded messages(@Body @Valid MessageBatch batch) {
        return storeSampleMessages.store(batch.messages());
    }

    /** Messages that are written together. */
    @Serdeable.Deserializable
    @JsonIgnoreProperties(ignoreUnknown = false)
    record MessageBatch(
            @NotNull(message = "is required")
                    @Size(min = 1, max = SeedRules.MAX_ROWS, message = "must be 1 to 2000 rows")
                    List<@Valid @NotNull(message = "can't be null") SeededMessage> messages) {}
}
