package dev.socialhub.loadtest.overload;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One request as it is written to a connection.
 *
 * @param target scheme, host and port
 * @param bytes head and body
 * @param expected the status that means success
 */
public record RequestToSend(URI target, byte[] bytes, int expected) {

    /**
     * A request on behalf of a user.
     *
     * @param path without blanks and line breaks
     * @param bearer the value of {@code Authorization}
     * @param idempotencyKey null for none
     * @param json null for no body
     */
    public static RequestToSend of(
            URI target,
            String method,
            String path,
            String bearer,
            @Nullable String idempotencyKey,
            @Nullable String json,
            int expected) {
        byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(512);
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(target.getRawAuthority()).append("\r\n");
        head.append("Accept: application/json\r\nUser-Agent: socialhub-loadtest\r\n");
        head.append("Authorization: ").append(bearer).append("\r\n");
        if (idempotencyKey != null) {
            head.append("Idempotency-Key: ").append(idempotencyKey).append("\r\n");
        }
        if (json != null) {
            head.append("Content-Type: application/json\r\n");
        }
        if (json != null || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[start.length + body.length];
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(body, 0, bytes, start.length, body.length);
        return new RequestToSend(target, bytes, expected);
    }
}
