package dev.socialhub.chat.socket;

import dev.socialhub.chat.socketio.SocketPacket;
import jakarta.inject.Singleton;

/** Rooms and conversations. */
@Singleton
final class ChatNamespace implements Namespace {

    @Override
    public String name() {
        return SocketPacket.MAIN_NAMESPACE;
    }

    @Override
    public boolean isMain() {
        return true;
    }
}
