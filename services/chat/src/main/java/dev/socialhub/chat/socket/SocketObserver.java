package dev.socialhub.chat.socket;

/**
 * Is told of the sockets of the namespace {@code /}, on the virtual thread that handles their
 * events.
 */
public interface SocketObserver {

    /** The client's token was accepted; no event of it has been handled yet. */
    void connected(ClientSocket socket);

    /**
     * The socket has ended. {@link ClientSocket#groups()} still answers the groups that it was in,
     * which it has left by now.
     */
    void disconnected(ClientSocket socket);
}
