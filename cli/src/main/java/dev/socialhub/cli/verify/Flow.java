package dev.socialhub.cli.verify;

import static dev.socialhub.cli.verify.ExpectedAnswer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.concurrency.Polling;
import dev.socialhub.cli.http.Http.Answer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The first day of two users, through the gateway: the author signs up and posts, the reader
 * follows and reads. Each step depends on the one before.
 */
final class Flow {
    private static final Duration VISIBLE = Duration.ofSeconds(5);
    private static final Duration NOTIFIED = Duration.ofSeconds(10);
    private static final String POSTED = "You created a new post!";

    private final WebClient gateway;
    private final List<Guarded> guarded;
    private final SecureRandom random;
    private final TestDataCleanup cleanup;
    private @Nullable FlowUserAccess author;
    private @Nullable FlowUserAccess reader;
    private @Nullable String post;

    /**
     * @param guarded every address where a forged token must be refused
     */
    Flow(WebClient gateway, List<Guarded> guarded, SecureRandom random, TestDataCleanup cleanup) {
        this.gateway = gateway;
        this.guarded = guarded;
        this.random = random;
        this.cleanup = cleanup;
    }

    /** A path that requires a valid token. */
    record Guarded(WebClient web, String path) {}

    List<Step> steps() {
        ReactionSteps reactions =
                new ReactionSteps(() -> account(author), () -> account(reader), cleanup);
        return List.of(
                Step.of("sign-up", this::signUp),
                Step.of("login", this::login, "sign-up"),
                Step.of("forged-tokens", this::forgedTokens, "login"),
                Step.of("profile", this::profile, "login"),
                Step.of("post", this::publish, "profile"),
                Step.of("stranger", this::hiddenFromOthers, "post"),
                Step.of("follow", this::follow, "stranger"),
                Step.of("notifications", this::notifications, "follow"),
                Step.of("picture", reactions::publishPicture, "follow"),
                Step.of("like", reactions::like, "picture"),
                Step.of("comment", reactions::comment, "like"),
                Step.of("chat", this::chat, "login"),
                Step.of("unfollow", this::unfollow, "notifications", "comment", "chat"),
                Step.finallyAfter("clean-up", cleanup::remove, "unfollow"));
    }

    private Finding signUp() {
        author = signUp("Verify Author");
        reader = signUp("Verify Reader");
        return Finding.ok("%s and %s".formatted(author.person().username(), username(reader)));
    }

    private FlowUserAccess signUp(String name) {
        FlowUser user = FlowUser.random(random, name);
        cleanup.expect(user);
        JsonNode made =
                expect(
                                201,
                                "sign-up",
                                "auth",
                                gateway.send(
                                        "POST",
                                        "/api/v1/auth/signup",
                                        null,
                                        Map.of(
                                                "name", user.name(),
                                                "email", user.email(),
                                                "username", user.username(),
                                                "password", user.password()),
                                        Map.of()))
                        .json();
        FlowUserAccess account =
                new FlowUserAccess(
                        user, made.at("/user/id").asText(), made.path("token").asText(), gateway);
        cleanup.add(account);
        return account;
    }

    private Finding login() {
        FlowUserAccess account = account(author);
        Answer answer =
                gateway.send(
                        "POST",
                        "/api/v1/auth/login",
                        null,
                        Map.of(
                                "identifier", account.person().username(),
                                "password", account.person().password()),
                        Map.of());
        expect(200, "login", "auth", answer);
        Answer wrong =
                gateway.send(
                        "POST",
                        "/api/v1/auth/login",
                        null,
                        Map.of("identifier", username(account), "password", "wrong"),
                        Map.of());
        expect(401, "login with a wrong password", "auth", wrong);
        return Finding.ok("accepts the right password, refuses a wrong one");
    }

    private Finding forgedTokens() {
        Map<String, String> forged = ForgedTokens.of(account(author).token());
        for (Guarded address : guarded) {
            forged.forEach((kind, token) ->
                    expect(
                            401,
                            address.path() + " with a token " + kind,
                            address.web().name(),
                            address.web().send("GET", address.path(), token, null, Map.of())));
        }
        return Finding.ok(
                "%d kinds are refused at %d addresses".formatted(forged.size(), guarded.size()));
    }

    private Finding profile() {
        FlowUserAccess account = account(author);
        JsonNode own =
                expect(200, "own profile", "users", account.send("GET", "/api/v1/users/me")).json();
        expect(
                200,
                "another's profile",
                "users",
                account(reader).send("GET", "/api/v1/users/" + username(account)));
        return own.path("username").asText().equals(username(account))
                ? Finding.ok("visible to its owner and to others")
                : Finding.fail(
                        "the own profile belongs to another user", "socialhubctl logs users");
    }

    private Finding publish() {
        FlowUserAccess account = account(author);
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, String> body =
                Map.of("content", "socialhubctl verify", "visibility", "followers");
        Answer first =
                expect(201, "post", "posts", account.send("POST", "/api/v1/posts", body, key));
        post = first.json().path("id").asText();
        cleanup.addPost(account, post);
        Answer again =
                expect(
                        201,
                        "the same post again",
                        "posts",
                        account.send("POST", "/api/v1/posts", body, key));
        JsonNode list = account.send("GET", "/api/v1/users/" + username(account) + "/posts").json();
        boolean once =
                again.json().path("id").asText().equals(post) && list.path("items").size() == 1;
        return once
                ? Finding.ok("published once, though sent twice with one key")
                : Finding.fail("one key made two posts", "socialhubctl logs posts");
    }

    private Finding hiddenFromOthers() {
        expect(404, "a followers' post for a stranger", "posts", read());
        return Finding.ok("can't see a followers' post");
    }

    private Finding follow() {
        changeFollow("PUT");
        return checkVisibility(200, "the follower sees the post");
    }

    private Finding chat() {
        return new RoomTalk().between(account(author), account(reader));
    }

    private Finding unfollow() {
        changeFollow("DELETE");
        return checkVisibility(404, "a former follower doesn't see the post");
    }

    private void changeFollow(String method) {
        String path = "/api/v1/users/" + username(account(author)) + "/follow";
        expect(200, method + " follow", "users", account(reader).send(method, path));
    }

    private Finding checkVisibility(int status, String found) {
        Answer[] last = new Answer[1];
        boolean matches =
                Polling.until(
                        VISIBLE,
                        () -> {
                            last[0] = read();
                            return last[0].status() == status;
                        });
        return matches
                ? Finding.ok(found)
                : Finding.fail(
                        "not within 5 s: " + found + "; last " + last[0].brief(),
                        "socialhubctl verify --stage 3, then socialhubctl logs posts");
    }

    private Answer read() {
        return account(reader).send("GET", "/api/v1/posts/" + post);
    }

    private Finding notifications() {
        List<String> wanted = List.of(POSTED, username(account(reader)) + " started following you");
        return arrived(account(author), wanted)
                .and(() -> arrived(account(reader), List.of("Welcome")))
                .finding(wanted.size() + 1);
    }

    /** Waits until each of these texts is the beginning of a notification of that user. */
    private Arrival arrived(FlowUserAccess account, List<String> wanted) {
        String[] missing = {""};
        boolean all =
                Polling.until(
                        NOTIFIED,
                        () -> {
                            JsonNode items =
                                    account.send("GET", "/api/v1/notifications?limit=20")
                                            .json()
                                            .path("items");
                            missing[0] =
                                    wanted.stream()
                                            .filter(text -> !anyStartsWith(items, text))
                                            .findFirst()
                                            .orElse("");
                            return missing[0].isEmpty();
                        });
        return new Arrival(all, missing[0]);
    }

    private static boolean anyStartsWith(JsonNode items, String text) {
        for (JsonNode item : items) {
            if (item.path("message").asText().startsWith(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all notifications arrived, and if not, which is missing. */
    private record Arrival(boolean all, String missing) {
        Arrival and(Supplier<Arrival> other) {
            return all ? other.get() : this;
        }

        Finding finding(int count) {
            return all
                    ? Finding.ok("%d arrived at the right users".formatted(count))
                    : Finding.fail(
                            "not within 10 s: '" + missing + "'",
                            "socialhubctl logs notifications");
        }
    }

    private static FlowUserAccess account(@Nullable FlowUserAccess account) {
        if (account == null) {
            throw new IllegalStateException("no account was made");
        }
        return account;
    }

    private static String username(FlowUserAccess account) {
        return account.person().username();
    }
}
