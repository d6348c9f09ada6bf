package dev.socialhub.chat.socketio;

import dev.socialhub.chat.engineio.MalformedPacketException;

/** The types of packets, in the order of their digits on the wire. */
public enum SocketPacketType {
    CONNECT('0'),
    DISCONNECT('1'),
    EVENT('2'),
    ACK('3'),
    CONNECT_ERROR('4'),
    BINARY_EVENT('5'),
    BINARY_ACK('6');

    private static final SocketPacketType[] TYPES = values();

    private final char digit;

    SocketPacketType(char digit) {
        this.digit = digit;
    }

    char digit() {
        return digit;
    }

    boolean isBinary() {
        return this == BINARY_EVENT || this == BINARY_ACK;
    }

    static SocketPacketType of(char digit) throws MalformedPacketException {
        int index = digit - '0';
        if (index < 0 || index >= TYPES.length) {
            throw new MalformedPacketException("unknown type of packet");
        }
        return TYPES[index];
    }
}
