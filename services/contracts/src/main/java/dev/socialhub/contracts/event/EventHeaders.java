package dev.socialhub.contracts.event;

/** Names of the headers that a record bears beside its event, written and read by several. */
public final class EventHeaders {

    /** The W3C trace context of whoever sent it: of the event's trace, whatever the topic. */
    public static final String TRACEPARENT = "traceparent";

    /** On a replay topic: which replay the record belongs to. */
    public static final String REPLAY_ID = "replay-id";

    /** On a replay topic: the consumer groups that it is for, comma-separated. */
    public static final String REPLAY_GROUPS = "replay-groups";

    /**
     * On a replay topic: the one group that gets this dead letter once more. It has never had its
     * effect there, so it is no replay to that group.
     */
    public static final String RETRY_GROUP = "retry-group";

    /** On a dead-letter topic: why the group couldn't handle it. */
    public static final String DEAD_LETTER_REASON = "dlt-reason";

    /** On a dead-letter topic: where the record stood, {@code TOPIC-PARTITION@OFFSET}. */
    public static final String DEAD_LETTER_ORIGIN = "dlt-origin";

    private EventHeaders() {}
}
