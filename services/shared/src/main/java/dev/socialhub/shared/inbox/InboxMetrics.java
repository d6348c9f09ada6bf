package dev.socialhub.shared.inbox;

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
}
