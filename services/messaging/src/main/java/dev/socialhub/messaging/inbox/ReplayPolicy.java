package dev.socialhub.messaging.inbox;

/** What a consumer does with events that an operator plays again. */
public enum ReplayPolicy {
    /** Handles them like any other: its effect is idempotent. */
    PROJECT,
    /** Handles them with {@link ReceivedEvent#replayed()} set, and leaves out effects on users. */
    SUPPRESS,
    /** Never sees them. */
    REFUSE
}
