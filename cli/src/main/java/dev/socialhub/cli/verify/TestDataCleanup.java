package dev.socialhub.cli.verify;

import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.concurrency.Polling;
import dev.socialhub.cli.http.Http.Answer;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.platform.RunningPlatform.PlatformProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The data that a run of the whole flow has created, and that is deleted again whatever happens. A
 * second removal has no effect.
 */
final class TestDataCleanup {
    private static final Duration DELETION_TIMEOUT = Duration.ofSeconds(10);
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final OpsClient ops;
    private final PlatformProcess auth;
    private final WebClient gateway;
    private final Map<String, FlowUser> unanswered = new LinkedHashMap<>();
    private final List<FlowUserAccess> accounts = new ArrayList<>();
    private final Map<String, FlowUserAccess> posts = new LinkedHashMap<>();
    private boolean removed;

    /**
     * @param auth where accounts are deleted
     */
    TestDataCleanup(OpsClient ops, PlatformProcess auth, WebClient gateway) {
        this.ops = ops;
        this.auth = auth;
        this.gateway = gateway;
    }

    /**
     * Records that a user is about to be signed up; the answer may get lost although the account is
     * made.
     */
    synchronized void expect(FlowUser user) {
        unanswered.put(user.username(), user);
    }

    synchronized void add(FlowUserAccess account) {
        unanswered.remove(account.person().username());
        accounts.add(account);
    }

    synchronized void addPost(FlowUserAccess author, String post) {
        posts.put(post, author);
    }

    /** Deletes posts and accounts, and waits until the profiles are deleted as well. */
    synchronized Finding remove() {
        if (removed) {
            return Finding.ok("nothing is left");
        }
        unanswered.values().forEach(this::findAccount);
        posts.forEach((post, author) -> author.send("DELETE", "/api/v1/posts/" + post));
        accounts.forEach(account -> ops.delete(auth, "accounts/" + account.id()));
        removed = true;
        for (FlowUserAccess account : accounts) {
            if (!Polling.until(DELETION_TIMEOUT, () -> isDeleted(account))) {
                return Finding.fail(
                        "the account of %s is deleted, but its profile still exists"
                                .formatted(account.person().username()),
                        "socialhubctl verify --stage 3");
            }
        }
        return Finding.ok(
                "%d posts, %d accounts and their profiles are deleted"
                        .formatted(posts.size(), accounts.size()));
    }

    /** Finds the account of a user whose sign-up was never answered, if it was made. */
    private void findAccount(FlowUser user) {
        Answer answer =
                gateway.send(
                        "POST",
                        "/api/v1/auth/login",
                        null,
                        Map.of("identifier", user.username(), "password", user.password()),
                        Map.of());
        if (answer.status() == 200) {
            accounts.add(
                    new FlowUserAccess(
                            user,
                            answer.json().at("/user/id").asText(),
                            answer.json().path("token").asText(),
                            gateway));
        }
    }

    /**
     * Each profile is requested by another account, since a deleted user's own token may be refused
     * first.
     */
    private boolean isDeleted(FlowUserAccess account) {
        FlowUserAccess requester =
                accounts.getLast().equals(account) ? accounts.getFirst() : account;
        int status = requester.send("GET", "/api/v1/users/" + account.person().username()).status();
        return status == NOT_FOUND || status == UNAUTHORIZED;
    }
}
