package dev.socialhub.shared.trace;

/**
 * A piece of work from its beginning to its end. What is said of it has few values or none of
 * people: no ids of theirs, no text.
 */
public interface Span {

    /** Where it stands, to be handed on to what it causes. */
    TraceContext context();

    /** Says something about it, under a name of OpenTelemetry's conventions. */
    Span with(String name, String value);

    /** Says something about it, under a name of OpenTelemetry's conventions. */
    Span with(String name, long value);

    /** Calls it otherwise, once more is known than at its beginning. */
    Span named(String name);

    /**
     * It went wrong.
     *
     * @param type the status or the class of the error, never its message
     */
    Span failed(String type);

    /** It is over. */
    void end();
}
