package dev.socialhub.chat.socket;

import dev.socialhub.shared.identity.Caller;
import java.util.Set;

/** The connection of a client to one namespace. Thread-safe. */
public interface ClientSocket {

    /** Unique everywhere; a client that comes back in time and is restored keeps it. */
    String id();

    /** The user that the socket's token names. */
    Caller caller();

    /**
     * Sends to this client alone, in the order of the calls. Never blocks: a client that reads too
     * slowly is cut.
     */
    void emit(OutgoingEvent event);

    /** Makes the socket a member of a group; repeating it has no effect. */
    void join(String group);

    /** Ends the membership; for a group that the socket is not in, nothing happens. */
    void leave(String group);

    /** The groups that the socket is a member of at the moment. */
    Set<String> groups();

    /**
     * Ends the socket.
     *
     * @param reason a fixed word for the log; the protocol doesn't carry it
     */
    void disconnect(String reason);
}
