package dev.socialhub.chat.socket;

import dev.socialhub.chat.socketio.PacketEncoder;

/** The packets of Socket.IO for one namespace. */
record SocketIoEncoding(String namespace) implements Encoding {

    @Override
    public byte[] event(String name, byte[] json) {
        return PacketEncoder.event(namespace, name, json);
    }

    @Override
    public byte[] ack(long ackId, byte[] json) {
        return PacketEncoder.ack(namespace, ackId, json);
    }

    @Override
    public byte[] disconnect() {
        return PacketEncoder.disconnect(namespace);
    }

    @Override
    public byte[] offset(String offset) {
        return PacketEncoder.offset(offset);
    }
}
