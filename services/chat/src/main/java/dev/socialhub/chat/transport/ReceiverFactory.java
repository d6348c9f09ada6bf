package dev.socialhub.chat.transport;

/** Makes the receiver of a new Engine.IO connection. */
public interface ReceiverFactory {

    Receiver receiver(Connection connection, Handshake handshake);
}
