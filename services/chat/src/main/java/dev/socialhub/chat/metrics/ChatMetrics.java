package dev.socialhub.chat.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Context;
import java.time.Duration;

/** The meters of conversations and their distribution. The series exist from startup on. */
@Context
public class ChatMetrics {

    private final Counter stored;
    private final DistributionSummary batches;
    private final Timer storing;
    private final Counter gaps;
    private final Counter unpublished;

    public ChatMetrics(MeterRegistry meters) {
        this.stored =
                Counter.builder("chat.messages.stored")
                        .description("Messages stored for the first time")
                        .register(meters);
        this.batches =
                DistributionSummary.builder("chat.messages.batch")
                        .description("Messages stored together")
                        .register(meters);
        this.storing =
                Timer.builder("chat.messages.store")
                        .description("How long storing the messages of one batch takes")
                        .register(meters);
        this.gaps =
                Counter.builder("chat.messages.gaps")
                        .description("Times that missing messages were read from the store")
                        .register(meters);
        this.unpublished =
                Counter.builder("chat.publish.failures")
                        .description("Events that Redis did not take for other instances")
                        .register(meters);
    }

    /** A batch was written; a message that was sent again is not counted. */
    public void stored(int messages, Duration time) {
        stored.increment(messages);
        batches.record(messages);
        storing.record(time);
    }

    public void gapFilled() {
        gaps.increment();
    }

    public void publishFailed() {
        unpublished.increment();
    }
}
