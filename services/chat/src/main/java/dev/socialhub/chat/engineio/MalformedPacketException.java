package dev.socialhub.chat.engineio;

/** What a client sent is not a packet of the protocol. The message is safe for the client. */
public final class MalformedPacketException extends Exception {

    public MalformedPacketException(String message) {
        // Clients can cause thousands of them, which needs no trace of each.
        super(message, null, false, false);
    }
}
