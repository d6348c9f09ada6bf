package dev.socialhub.chat.socket;

import java.util.List;

/**
 * What the sockets of a namespace have in common.
 *
 * @param observers those of the main namespace; none for the others
 * @param sessions keeps the records of sockets that can be restored
 */
record NamespaceScope(
        Namespace namespace,
        Encoding encoding,
        LocalGroups groups,
        List<SocketObserver> observers,
        SocketSessions sessions) {

    NamespaceScope {
        observers = List.copyOf(observers);
    }

    void tellConnected(ClientSocket socket) {
        observers.forEach(observer -> observer.connected(socket));
    }

    void tellDisconnected(ClientSocket socket) {
        observers.forEach(observer -> observer.disconnected(socket));
    }
}
