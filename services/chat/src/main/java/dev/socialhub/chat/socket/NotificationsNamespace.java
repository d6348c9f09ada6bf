package dev.socialhub.chat.socket;

import jakarta.inject.Singleton;

/** The notifications of the socket's user, which clients only receive. */
@Singleton
final class NotificationsNamespace implements Namespace {

    @Override
    public String name() {
        return "/notifications";
    }

    @Override
    public boolean isMain() {
        return false;
    }

    @Override
    public void join(ClientSocket socket) {
        socket.join("user:" + socket.caller().id());
    }
}
