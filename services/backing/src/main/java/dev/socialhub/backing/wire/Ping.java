package dev.socialhub.backing.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The smallest question of each server's protocol that only a ready server answers well. */
public final class Ping {
    private static final int POSTGRES_PROTOCOL_3 = 196_608;
    private static final short KAFKA_API_VERSIONS = 18;
    private static final int KAFKA_CORRELATION = 0x50494e47;
    private static final int MONGODB_OP_MSG = 2013;

    private Ping() {}

    /**
     * A start-up message: a ready server asks for the password ({@code R}), one that still starts
     * or recovers sends an error.
     */
    public static boolean postgres(int port) {
        var body = "user\0postgres\0database\0postgres\0\0".getBytes(StandardCharsets.US_ASCII);
        var request =
                ByteBuffer.allocate(8 + body.length)
                        .putInt(8 + body.length)
                        .putInt(POSTGRES_PROTOCOL_3)
                        .put(body)
                        .array();
        return Loopback.ask(port, request, answer -> answer.readByte() == 'R');
    }

    /** {@code PING}; a server that still loads its data says {@code -LOADING}. */
    public static boolean redis(int port) {
        var request = "*1\r\n$4\r\nPING\r\n".getBytes(StandardCharsets.US_ASCII);
        return Loopback.ask(
                port,
                request,
                answer -> {
                    var reply = answer.readNBytes(5);
                    return new String(reply, StandardCharsets.US_ASCII).equals("+PONG");
                });
    }

    /** {@code ApiVersions}; a broker handles requests only once it has joined its cluster. */
    public static boolean kafka(int port) {
        return Loopback.ask(
                port,
                kafkaRequest(),
                answer -> {
                    answer.readInt();
                    return answer.readInt() == KAFKA_CORRELATION && answer.readShort() == 0;
                });
    }

    /** The command {@code ping} in an {@code OP_MSG}. */
    public static boolean mongodb(int port) {
        var document = bsonPing();
        var length = 16 + 4 + 1 + document.length;
        var request =
                ByteBuffer.allocate(length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(length)
                        .putInt(1)
                        .putInt(0)
                        .putInt(MONGODB_OP_MSG)
                        .putInt(0)
                        .put((byte) 0)
                        .put(document)
                        .array();
        return Loopback.ask(
                port,
                request,
                answer -> {
                    var header = answer.readNBytes(16);
                    return header.length == 16
                            && ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(12)
                                    == MONGODB_OP_MSG;
                });
    }

    private static byte[] kafkaRequest() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            var client = "ping".getBytes(StandardCharsets.US_ASCII);
            out.writeInt(2 + 2 + 4 + 2 + client.length);
            out.writeShort(KAFKA_API_VERSIONS);
            out.writeShort(0);
            out.writeInt(KAFKA_CORRELATION);
            out.writeShort(client.length);
            out.write(client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** <code>{ping: 1, $db: "admin"}</code>. */
    private static byte[] bsonPing() {
        var buffer = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(0);
        buffer.put((byte) 0x10).put("ping\0".getBytes(StandardCharsets.US_ASCII)).putInt(1);
        buffer.put((byte) 0x02).put("$db\0".getBytes(StandardCharsets.US_ASCII));
        buffer.putInt(6).put("admin\0".getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        buffer.putInt(0, buffer.position());
        var document = new byte[buffer.position()];
        buffer.flip().get(document);
        return document;
    }
}
