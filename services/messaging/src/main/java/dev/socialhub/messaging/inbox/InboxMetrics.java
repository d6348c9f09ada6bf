package dev.socialhub.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** The meters of consumers; each bears the consumer group. */
public final class InboxMetrics {

    /** Tag: the consumer group. */
    public static final String GROUP = "group";

    /** Events that arrived again after they had taken effect. */
    public static final String DUPLICATES = "inbox.duplicates";

    static final String HANDLED = "inbox.handled";
    static final String RETRIES = "inbox.retries";
    static final String DEAD_LETTERS = "inbox.dead.letters";

    private InboxMetrics() {}

    /** Lets every series of a group begin at 0, rather than with its first event. */
    static void begin(MeterRegistry meters, String group) {
        for (String name : List.of(HANDLED, DUPLICATES, RETRIES, DEAD_LETTERS)) {
            meters.counter(name, GROUP, group);
        }
    }
}
