package dev.socialhub.chat.transport;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the first request of a connection carries.
 *
 * @param token an access token from its {@code Authorization} header or the query's {@code token};
 *     not checked
 */
public record Handshake(@Nullable String token) {

    private static final String BEARER = "Bearer ";

    public static Handshake of(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return new Handshake(
                header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        ? header.substring(BEARER.length()).strip()
                        : request.getParameters().get("token"));
    }
}
