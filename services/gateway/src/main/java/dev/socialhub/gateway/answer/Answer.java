package dev.socialhub.gateway.answer;

import java.util.Map;

/**
 * An answer that the gateway itself gives.
 *
 * @param contentType empty when there is no body
 * @param headers further headers
 */
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An answer without a body. */
    public static Answer empty(int status, Map<String, String> headers) {
        return new Answer(status, "", new byte[0], headers);
    }
}
