package dev.socialhub.chat.socket;

/** What clients can connect to over one connection. A bean for each. */
interface Namespace {

    /** Begins with a slash. */
    String name();

    /** Whether the namespace has the events of clients, and tells the observers of its sockets. */
    boolean isMain();

    /** Called before the client hears that it is connected. */
    default void join(ClientSocket socket) {}
}
