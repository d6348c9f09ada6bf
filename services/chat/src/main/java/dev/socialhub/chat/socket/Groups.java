package dev.socialhub.chat.socket;

import java.util.Collection;

/**
 * The groups of sockets that are connected to this instance, in the namespace {@code /}. What
 * happens on other instances is the caller's matter.
 */
public interface Groups {

    /** Sends to each member; the event is encoded once. Never blocks. */
    void deliver(String group, OutgoingEvent event);

    /** The same, without one of them. */
    void deliverExcept(String group, OutgoingEvent event, ClientSocket except);

    /** The members at the moment. */
    Collection<ClientSocket> members(String group);
}
