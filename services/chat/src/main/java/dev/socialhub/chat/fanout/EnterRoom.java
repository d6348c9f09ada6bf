package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.Audience;
import dev.socialhub.chat.conversation.Audience.InRoom;
import dev.socialhub.chat.conversation.Audience.OfUser;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.message.ConversationEnds;
import dev.socialhub.chat.message.MessageStore;
import dev.socialhub.chat.socket.ClientSocket;
import dev.socialhub.chat.socket.OutgoingEvent;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;

/**
 * Lets a client into a conversation: it gets the newest messages, and then every one that follows.
 * No message of the conversation is delivered in between.
 */
@Singleton
public class EnterRoom {

    private static final String HISTORY = "message_history";
    private static final int SHOWN = 50;

    private final OpenConversations open;
    private final Subscriptions subscriptions;
    private final ConversationEnds ends;
    private final MessageStore messages;
    private final MessageJson json;

    EnterRoom(
            OpenConversations open,
            Subscriptions subscriptions,
            ConversationEnds ends,
            MessageStore messages,
            MessageJson json) {
        this.open = open;
        this.subscriptions = subscriptions;
        this.ends = ends;
        this.messages = messages;
        this.json = json;
    }

    public void enter(ClientSocket socket, RoomId room) {
        enter(socket, room, new InRoom(room));
    }

    /** Shows a direct conversation, whose messages all clients of its members get anyway. */
    public void show(ClientSocket socket, DirectId id) {
        enter(socket, id, new OfUser(socket.caller().id()));
    }

    private void enter(ClientSocket socket, ConversationId id, Audience audience) {
        ReentrantLock lock = open.lock(id);
        lock.lock();
        try {
            socket.join(audience.group());
            // Absent if the client has gone again.
            open.find(id).ifPresent(sequencer -> showHistory(socket, id, audience, sequencer));
        } finally {
            lock.unlock();
        }
    }

    private void showHistory(
            ClientSocket socket, ConversationId id, Audience audience, Sequencer sequencer) {
        if (!sequencer.isPositioned()) {
            subscriptions.await(audience);
            sequencer.beginAfter(ends.find(id));
        }
        long last = sequencer.position();
        long first = Math.max(1, last - SHOWN + 1);
        byte[] history =
                json.list(messages.find(id, LongStream.rangeClosed(first, last).boxed().toList()));
        socket.emit(OutgoingEvent.of(HISTORY, history).at(id.text(), last).in(audience.group()));
    }
}
