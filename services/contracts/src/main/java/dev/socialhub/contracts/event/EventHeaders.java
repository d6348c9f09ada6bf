package dev.socialhub.contracts.event;

/** Names of the headers that a record has beside its event, written and read by several modules. */
public final class EventHeaders {

    /** The W3C trace context of the sender, which belongs to the event's trace on every topic. */
    public static final String TRACEPARENT = "traceparent";

    /** On a replay topic: which replay the record belongs to. */
    public static final String REPLAY_ID = "replay-id";

    /** On a replay topic: the consumer groups that it is for, comma-separated. */
    public static final String REPLAY_GROUPS = "replay-groups";

    /**
     * On a replay topic: the only group that receives this dead letter again. The event has never
     * taken effect in that group, so the group doesn't treat it as a replay.
     */
    public static final String RETRY_GROUP = "retry-group";

    /** On a dead-letter topic: why the group couldn't handle it. */
    public static final String DEAD_LETTER_REASON = "dlt-reason";

    /** On a dead-letter topic: where the record was before, {@code TOPIC-PARTITION@OFFSET}. */
    public static final String DEAD_LETTER_ORIGIN = "dlt-origin";

    private EventHeaders() {}
}
