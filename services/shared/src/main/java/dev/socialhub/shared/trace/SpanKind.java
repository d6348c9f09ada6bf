package dev.socialhub.shared.trace;

/** On which side of a conversation a piece of work is done. */
public enum SpanKind {
    /** Answers a request. */
    SERVER,
    /** Calls another service, and waits. */
    CLIENT,
    /** Sends an event. */
    PRODUCER,
    /** Handles an event. */
    CONSUMER
}
