package dev.socialhub.chat.socket;

import dev.socialhub.shared.identity.Caller;
import java.util.List;

/** What a conversation contains after a position, for clients that come back. May block. */
public interface MissedMessages {

    /**
     * The events that the client would have received, each with its position, in order.
     *
     * @param group the group through which the client receives the conversation
     * @param seq the client has everything up to this position
     * @param limit maximum number of events to return
     */
    List<OutgoingEvent> after(
            String group, String conversationId, long seq, Caller caller, int limit);
}
