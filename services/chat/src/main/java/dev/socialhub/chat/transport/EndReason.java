package dev.socialhub.chat.transport;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.Locale;

/** Why a connection ended. */
public enum EndReason {
    /** The client closed it. */
    CLIENT(WebSocketCloseStatus.NORMAL_CLOSURE),
    /** It broke. */
    BROKEN(WebSocketCloseStatus.NORMAL_CLOSURE),
    /** The client has not been let in in time. */
    NOT_LET_IN(WebSocketCloseStatus.POLICY_VIOLATION),
    /** The client does not answer. */
    PING_TIMEOUT(WebSocketCloseStatus.NORMAL_CLOSURE),
    /** The client breaks the protocol. */
    PROTOCOL(WebSocketCloseStatus.PROTOCOL_ERROR),
    /** A message is too large. */
    TOO_LARGE(WebSocketCloseStatus.MESSAGE_TOO_BIG),
    /** Text is not UTF-8. */
    NOT_UTF8(WebSocketCloseStatus.INVALID_PAYLOAD_DATA),
    /** Too much waits to be read by the client. */
    SLOW_READER(WebSocketCloseStatus.POLICY_VIOLATION),
    /** No namespace is left. */
    NO_SOCKETS(WebSocketCloseStatus.NORMAL_CLOSURE),
    /** An error of the service. */
    FAILED(WebSocketCloseStatus.INTERNAL_SERVER_ERROR),
    /** The instance has as many connections as it may have. */
    LIMIT(WebSocketCloseStatus.TRY_AGAIN_LATER),
    /** The client continues over another connection. */
    REPLACED(WebSocketCloseStatus.NORMAL_CLOSURE),
    /** The instance stops. */
    SHUTDOWN(WebSocketCloseStatus.SERVICE_RESTART);

    private final WebSocketCloseStatus status;

    EndReason(WebSocketCloseStatus status) {
        this.status = status;
    }

    WebSocketCloseStatus status() {
        return status;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
