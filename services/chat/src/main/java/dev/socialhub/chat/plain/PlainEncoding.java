package dev.socialhub.chat.plain;

import dev.socialhub.chat.socket.Encoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code {"event":"…","data":…}} and {@code {"ack":n,"data":…}}. */
record PlainEncoding() implements Encoding {

    @Override
    public byte[] event(String name, byte[] json) {
        return message("{\"event\":\"" + name + "\",\"data\":", json);
    }

    @Override
    public byte[] ack(long ackId, byte[] json) {
        return message("{\"ack\":" + ackId + ",\"data\":", json);
    }

    private static byte[] message(String head, byte[] json) {
        ByteArrayOutputStream message = new ByteArrayOutputStream(head.length() + json.length + 1);
        message.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        message.writeBytes(json);
        message.write('}');
        return message.toByteArray();
    }

    @Override
    public byte @Nullable [] disconnect() {
        return null;
    }

    @Override
    public byte @Nullable [] offset(String offset) {
        return null;
    }
}
