package dev.socialhub.chat.transport;

/** Takes what a WebSocket receives, on its event loop. */
public interface FrameListener {

    void text(String message);

    void binary(byte[] message);

    /** The client answered a ping of WebSockets. */
    void pong();

    /** The connection is closed or must be; called once. */
    void closed(EndReason reason);
}
