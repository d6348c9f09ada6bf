package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.StringBody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.loadtest.http.SessionValues;
import dev.socialhub.loadtest.users.TestUser;
import io.gatling.javaapi.core.Body;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;

/** What requests of several profiles have in common. */
final class Requests {

    /** The session attribute that holds the calling user. */
    static final String CALLER = "caller";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT =
            "This is a generated post. It is as long as most posts of users are: a sentence or"
                    + " two, a thought, and a question to all their followers. Number ";

    private Requests() {}

    /** The same request in the caller's name, with the token that the caller has now. */
    static HttpRequestActionBuilder authenticated(HttpRequestActionBuilder request) {
        return request.header("Authorization", session -> caller(session).bearer());
    }

    static TestUser caller(Session session) {
        return SessionValues.of(TestUser.class, session, CALLER);
    }

    /** A body of JSON. */
    static Body json(Function<Session, Map<String, String>> content) {
        return StringBody(session -> text(content.apply(session)));
    }

    static String text(Map<String, String> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A public post of usual length. */
    static Map<String, String> post(long number) {
        return Map.of("content", TEXT + number, "visibility", "public");
    }
}
