package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.metrics.ChatMetrics;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Fills gaps in what the clients of this instance received. */
@Singleton
class Gaps {

    private final BackgroundReads reads;
    private final CatchUp catchUp;
    private final ChatMetrics metrics;

    Gaps(BackgroundReads reads, CatchUp catchUp, ChatMetrics metrics) {
        this.reads = reads;
        this.catchUp = catchUp;
        this.metrics = metrics;
    }

    private record Gap(ConversationId id) {}

    private record Rest(ConversationId id) {}

    /** Reads what is missing before messages that have come, unless it comes by then. */
    void fill(ConversationId id, Duration wait) {
        reads.after(
                wait,
                new Gap(id),
                () -> {
                    if (catchUp.gap(id)) {
                        metrics.gapFilled();
                    }
                });
    }

    /** Reads what is missing at the end of a conversation. */
    void toEnd(ConversationId id) {
        reads.after(Duration.ZERO, new Rest(id), () -> catchUp.toEnd(id));
    }
}
