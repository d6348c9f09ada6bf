package dev.socialhub.chat.transport;

/**
 * Takes what a connection receives. Everything but {@link #check} runs on virtual threads, one call
 * after the other, and may block.
 */
public interface Receiver {

    /** A message of text, without what the transport adds to it. */
    void text(String message);

    void binary(byte[] message);

    /** Called once, after everything that was received before. */
    void ended();

    /** Called every second, on the thread that looks after all connections; must not block. */
    void check(long nowMillis);
}
