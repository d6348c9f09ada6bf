package dev.socialhub.chat.engineio;

/** The types of packets, in the order of their digits on the wire. */
public enum EnginePacketType {
    OPEN('0'),
    CLOSE('1'),
    PING('2'),
    PONG('3'),
    MESSAGE('4'),
    UPGRADE('5'),
    NOOP('6');

    private static final EnginePacketType[] TYPES = values();

    private final char digit;

    EnginePacketType(char digit) {
        this.digit = digit;
    }

    /** The digit that begins such a packet. */
    public char digit() {
        return digit;
    }

    static EnginePacketType of(char digit) throws MalformedPacketException {
        int index = digit - '0';
        if (index < 0 || index >= TYPES.length) {
            throw new MalformedPacketException("unknown type of packet");
        }
        return TYPES[index];
    }
}
