package dev.socialhub.chat.transport;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;

/** The errors of the protocol, with the codes that clients know. */
enum EngineRefusal {
    TRANSPORT(0, "Transport unknown", HttpStatus.BAD_REQUEST),
    SESSION(1, "Session ID unknown", HttpStatus.BAD_REQUEST),
    METHOD(2, "Bad handshake method", HttpStatus.BAD_REQUEST),
    REQUEST(3, "Bad request", HttpStatus.BAD_REQUEST),
    TOO_LARGE(3, "Payload too large", HttpStatus.REQUEST_ENTITY_TOO_LARGE),
    LIMIT(4, "Too many connections", HttpStatus.SERVICE_UNAVAILABLE),
    VERSION(5, "Unsupported protocol version", HttpStatus.BAD_REQUEST);

    private final byte[] body;
    private final HttpStatus status;

    EngineRefusal(int code, String message, HttpStatus status) {
        this.body =
                "{\"code\":%d,\"message\":\"%s\"}"
                        .formatted(code, message)
                        .getBytes(StandardCharsets.UTF_8);
        this.status = status;
    }

    MutableHttpResponse<byte[]> answer() {
        MutableHttpResponse<byte[]> answer =
                HttpResponse.<byte[]>status(status)
                        .body(body)
                        .contentType(MediaType.APPLICATION_JSON_TYPE);
        return this == LIMIT ? answer.header("Retry-After", "1") : answer;
    }
}
