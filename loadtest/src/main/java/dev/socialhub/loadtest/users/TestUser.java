package dev.socialhub.loadtest.users;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.loadtest.platform.Api;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** A user that a run has signed up. */
public final class TestUser {

    private final String id;
    private final String username;
    private volatile AccessToken accessToken;

    private TestUser(String id, String username, AccessToken accessToken) {
        this.id = id;
        this.username = username;
        this.accessToken = accessToken;
    }

    /**
     * The user that an answer to a sign-up describes.
     *
     * @throws IOException if it describes no user
     */
    static TestUser of(String username, JsonNode signedIn, Instant now) throws IOException {
        String id =
                Api.text(signedIn, "/user/id")
                        .orElseThrow(() -> new IOException("the sign-up's answer has no id"));
        return new TestUser(id, username, AccessToken.of(signedIn, now));
    }

    /** The user that an answer within the load describes. */
    public static TestUser of(String id, String username, String token) {
        return new TestUser(id, username, new AccessToken(token, Instant.MAX, Duration.ZERO));
    }

    public String id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String token() {
        return accessToken.token();
    }

    /** For the header Authorization. */
    public String bearer() {
        return "Bearer " + accessToken.token();
    }

    /** Whether so large a part of the token's time is over. */
    boolean isDue(double part, Instant now) {
        AccessToken current = accessToken;
        return now.isAfter(current.issued().plusMillis((long) (current.good().toMillis() * part)));
    }

    void renew(JsonNode signedIn, Instant now) throws IOException {
        accessToken = AccessToken.of(signedIn, now);
    }

    private record AccessToken(String token, Instant issued, Duration good) {

        static AccessToken of(JsonNode signedIn, Instant now) throws IOException {
            String token =
                    Api.text(signedIn, "/token")
                            .orElseThrow(() -> new IOException("an answer has no token"));
            return new AccessToken(
                    token, now, Duration.ofSeconds(signedIn.path("expiresIn").asLong(900)));
        }
    }
}
