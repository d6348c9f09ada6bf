package dev.socialhub.shared.trace;

/**
 * A piece of work from its beginning to its end. Its attributes have few values and contain no data
 * about users: no user ids, no text.
 */
public interface Span {

    /** Its trace context, to be passed on to the work that it causes. */
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
