package dev.socialhub.ops.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.messaging.outbox.Backlog;
import dev.socialhub.messaging.outbox.BacklogRepository;
import dev.socialhub.ops.OpsEndpoint;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

@Hidden
@Controller("/internal/ops/outbox")
@OpsEndpoint
@Requires(beans = BacklogRepository.class)
final class OutboxController {

    private final BacklogRepository backlog;

    OutboxController(BacklogRepository backlog) {
        this.backlog = backlog;
    }

    /** Counts the events that Kafka has not taken yet. */
    @Get
    Waiting waiting() {
        Backlog now = backlog.read();
        return new Waiting(now.pending(), now.oldestAgeSeconds());
    }

    /**
     * What waits.
     *
     * @param oldestAgeSeconds null when nothing waits
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Waiting(long pending, @Nullable Double oldestAgeSeconds) {}
}
