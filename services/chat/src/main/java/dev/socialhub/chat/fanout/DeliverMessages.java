package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.Audience.InRoom;
import dev.socialhub.chat.conversation.Audience.OfUser;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.message.MessageView;
import dev.socialhub.chat.socket.Groups;
import dev.socialhub.chat.socket.OutgoingEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Makes events of messages, and delivers them to the clients of this instance. */
@Singleton
class DeliverMessages {

    private static final String NEW_MESSAGE = "new_message";
    private static final String INCOMING = "incoming-message";

    private final Groups groups;
    private final MessageJson json;
    private final DeliveryMarks marks;

    DeliverMessages(Groups groups, MessageJson json, DeliveryMarks marks) {
        this.groups = groups;
        this.json = json;
        this.marks = marks;
    }

    /** Delivers messages of one conversation, in order. */
    void deliver(ConversationId id, List<Delivered> messages) {
        messages.forEach(one -> {
            switch (id) {
                case RoomId room -> groups.deliver(new InRoom(room).group(), toReader(id, one));
                case DirectId direct ->
                        direct.members().forEach(member -> deliver(direct, member, one));
            }
        });
    }

    private void deliver(DirectId id, UUID member, Delivered message) {
        String group = new OfUser(member).group();
        groups.deliver(group, event(id, member, message));
        if (!member.equals(message.message().userId()) && !groups.members(group).isEmpty()) {
            marks.later(id, member, message.seq());
        }
    }

    /** The event that this user's clients get of a message. */
    OutgoingEvent event(ConversationId id, UUID receiver, Delivered message) {
        return id instanceof DirectId && receiver.equals(message.message().userId())
                ? toSender(id, message)
                : toReader(id, message);
    }

    private static OutgoingEvent toReader(ConversationId id, Delivered message) {
        String name = id instanceof RoomId ? NEW_MESSAGE : INCOMING;
        return OutgoingEvent.of(name, message.json()).at(id.text(), message.seq());
    }

    /** Tells all clients of the sender, so that the others show the message too. */
    private OutgoingEvent toSender(ConversationId id, Delivered message) {
        MessageView sent = message.message();
        return OutgoingEvent.of(DeliveredMessage.EVENT, json.encode(DeliveredMessage.of(sent)))
                .at(id.text(), message.seq());
    }
}
