package dev.socialhub.e2e.survival;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.e2e.Client;
import dev.socialhub.e2e.Client.Person;
import dev.socialhub.e2e.survival.Insistence.Settled;
import dev.socialhub.testkit.history.OperationHistory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The actions of clients. Each action is retried until its result is known, and recorded; an action
 * that creates something carries a key that makes it safe to repeat.
 */
final class Deeds {

    static final String SIGN_UP = "sign-up";
    static final String LOG_IN = "log-in";
    static final String POST = "post";
    static final String READ_POST = "read-post";
    static final String READ_LIST = "read-list";
    static final String FOLLOW = "follow";
    static final String UNFOLLOW = "unfollow";

    static final String PASSWORD = "SecurePass123!";

    private final Client gateway;
    private final Crowd crowd;
    private final OperationHistory history;

    Deeds(Client gateway, Crowd crowd, OperationHistory history) {
        this.gateway = gateway;
        this.crowd = crowd;
        this.history = history;
    }

    /** The recorded value is the username. */
    void signUp(String process) {
        String username = "s" + marker();
        Client keyed = gateway.with("Idempotency-Key", username);
        Map<String, String> body =
                Map.of(
                        "name",
                        "Newcomer " + username,
                        "email",
                        username + "@example.com",
                        "username",
                        username,
                        "password",
                        PASSWORD);
        insist(
                process,
                SIGN_UP,
                username,
                () -> keyed.post("/api/v1/auth/signup", body),
                answer -> answer.at("/user/id").asText());
    }

    void logIn(String process) {
        Person person = crowd.anybody();
        Map<String, String> body = Map.of("identifier", person.username(), "password", PASSWORD);
        Settled settled =
                insist(
                        process,
                        LOG_IN,
                        person.username(),
                        () -> gateway.post("/api/v1/auth/login", body),
                        answer -> answer.at("/user/id").asText());
        if (settled.answer() != null && settled.answer().status() == 200) {
            crowd.loggedIn(person, settled.answer().json().get("token").asText());
        }
    }

    /** The recorded value is the post's content, found nowhere else; the recorded answer its id. */
    void post(String process, Person author) {
        String content = author.username() + " " + marker();
        insist(
                process,
                POST,
                content,
                () ->
                        crowd.as(author)
                                .with("Idempotency-Key", content.replace(' ', '-'))
                                .post("/api/v1/posts", Map.of("content", content)),
                answer -> {
                    String id = answer.get("id").asText();
                    crowd.posted(id);
                    return id;
                });
    }

    /** Reads a post whose publication was acknowledged. */
    void readPost(String process) {
        for (String id : crowd.anyPost()) {
            Person reader = crowd.anybody();
            insist(
                    process,
                    READ_POST,
                    id,
                    () -> crowd.as(reader).get("/api/v1/posts/" + id),
                    answer -> answer.get("content").asText());
        }
    }

    void readLists(String process) {
        Person reader = crowd.anybody();
        Person author = crowd.anybody();
        for (String path :
                List.of(
                        "/api/v1/posts",
                        "/api/v1/users/" + author.username() + "/posts",
                        "/api/v1/notifications")) {
            insist(
                    process,
                    READ_LIST,
                    path,
                    () -> crowd.as(reader).get(path),
                    answer -> answer.get("items").size() + " items");
        }
    }

    /** Follows or unfollows; the recorded value is the pair's name. */
    void toggle(String process, Pair pair, boolean follow) {
        String path = "/api/v1/users/" + pair.followee().username() + "/follow";
        insist(
                process,
                follow ? FOLLOW : UNFOLLOW,
                pair.toString(),
                () -> crowd.as(pair.follower()).send(follow ? "PUT" : "DELETE", path, null),
                JsonNode::toString);
    }

    private Settled insist(
            String process,
            String kind,
            String value,
            Supplier<Client.Answer> request,
            Function<JsonNode, String> told) {
        OperationHistory.Call call = history.invoke(process, kind, value);
        Settled settled = Insistence.on(request);
        switch (settled.outcome()) {
            case OK -> call.ok(settled.answer() == null ? "" : told.apply(settled.answer().json()));
            case FAIL -> call.fail(settled.text());
            case UNKNOWN -> call.unknown(settled.text());
        }
        return settled;
    }

    private static String marker() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 19);
    }
}
