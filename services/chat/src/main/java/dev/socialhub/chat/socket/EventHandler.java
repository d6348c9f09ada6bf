package dev.socialhub.chat.socket;

import org.jspecify.annotations.Nullable;

/**
 * Handles one event of clients. A bean for each event; an event without a handler is answered with
 * {@code error} and the code {@code unknown-event}.
 *
 * @param <T> the event's argument
 */
public interface EventHandler<T> {

    /** The event's name, such as {@code join_room}. */
    String event();

    /**
     * The record of the argument, {@code @Serdeable}; it is decoded and validated before {@link
     * #handle}.
     */
    Class<T> argument();

    /**
     * Runs on a virtual thread, one event of a connection after the other. A {@code
     * ProblemException} is answered with {@code error} and, if the client asked for an
     * acknowledgement, with {@code {"ok":false,"error":{"code","message"}}}.
     *
     * @return the acknowledgement, {@code @Serdeable}, or null for {@code {"ok":true}}
     */
    @Nullable Object handle(ClientSocket socket, T argument);
}
