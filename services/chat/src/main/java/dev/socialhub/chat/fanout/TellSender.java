package dev.socialhub.chat.fanout;

import dev.socialhub.chat.message.Message;
import dev.socialhub.chat.message.MessageView;
import dev.socialhub.chat.socket.ClientSocket;
import dev.socialhub.chat.socket.OutgoingEvent;
import jakarta.inject.Singleton;

/** Repeats to a client that its message is stored: the first time may not have reached it. */
@Singleton
public class TellSender {

    private final MessageJson json;

    TellSender(MessageJson json) {
        this.json = json;
    }

    /** Has no position, since the client may have received it at its position. */
    public void again(ClientSocket socket, Message message) {
        DeliveredMessage told = DeliveredMessage.of(MessageView.of(message));
        socket.emit(OutgoingEvent.of(DeliveredMessage.EVENT, json.encode(told)));
    }
}
