package dev.socialhub.ops.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.messaging.outbox.BacklogRepository;
import dev.socialhub.messaging.outbox.Lane;
import dev.socialhub.messaging.outbox.OutboxBacklog;
import dev.socialhub.messaging.outbox.OutboxSignal;
import dev.socialhub.messaging.outbox.WaitingEvent;
import dev.socialhub.messaging.outbox.WaitingEventRepository;
import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.trace.TraceContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Hidden
@Controller("/internal/ops/outbox")
@OpsEndpoint
@Requires(beans = BacklogRepository.class)
class OutboxController {

    private static final int TIME_ORDERED = 7;

    private final BacklogRepository backlog;
    private final WaitingEventRepository events;
    private final OutboxSignal signal;

    OutboxController(
            BacklogRepository backlog, WaitingEventRepository events, OutboxSignal signal) {
        this.backlog = backlog;
        this.events = events;
        this.signal = signal;
    }

    /** Counts the events that Kafka has not taken yet. */
    @Get
    Waiting waiting() {
        OutboxBacklog now = backlog.read();
        return new Waiting(now.pending(), now.oldestAgeSeconds());
    }

    /** Counts them by topic and shard. */
    @Get("/lanes")
    Lanes lanes() {
        return new Lanes(backlog.lanes().stream().map(LaneView::of).toList());
    }

    /** Has the relay look at once, and says what it is to send. */
    @Post("/flush")
    Flush flush() {
        long last = backlog.last();
        signal.raise();
        return new Flush(last, backlog.pendingUpTo(last));
    }

    /** Counts the remaining events of a flush. */
    @Get("/flush/{last}")
    Flush left(@PathVariable @PositiveOrZero long last) {
        return new Flush(last, backlog.pendingUpTo(last));
    }

    /** Says whether an event still waits here. */
    @Get("/events/{id}")
    Place event(@PathVariable UUID id) {
        if (id.version() != TIME_ORDERED) {
            throw ProblemException.invalid("id", "must be a UUID of version 7");
        }
        Instant made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        return new Place(events.find(id, made).map(One::of).orElse(null));
    }

    /**
     * What waits.
     *
     * @param oldestAgeSeconds null when nothing waits
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Waiting(long pending, @Nullable Double oldestAgeSeconds) {}

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Lanes(List<LaneView> lanes) {}

    /** What is sent in one order. */
    @Serdeable
    record LaneView(String topic, int shard, long pending, double oldestAgeSeconds) {

        static LaneView of(Lane lane) {
            return new LaneView(
                    lane.topic(), lane.shard(), lane.pending(), lane.oldestAgeSeconds());
        }
    }

    /**
     * The events that were waiting when a flush was requested.
     *
     * @param last the number of the last one; 0 when there was none
     * @param pending how many of them wait now
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Flush(long last, long pending) {}

    /**
     * Where an event is.
     *
     * @param waiting null when it isn't here, or not any more
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Place(@Nullable One waiting) {}

    /**
     * An event that waits.
     *
     * @param traceId of the request that caused it; null when none did
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record One(
            String topic,
            String key,
            int shard,
            Instant since,
            @Nullable String traceId,
            long ahead) {

        static One of(WaitingEvent event) {
            TraceContext trace = TraceContext.parse(event.traceparent());
            return new One(
                    event.topic(),
                    event.key(),
                    event.shard(),
                    event.since(),
                    trace == null ? null : trace.traceId(),
                    event.ahead());
        }
    }
}
