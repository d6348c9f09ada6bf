package dev.socialhub.loadtest.users;

import dev.socialhub.loadtest.platform.Api;
import dev.socialhub.loadtest.platform.ApiAnswer;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Logs users in again before their tokens expire, when a run is long: spread over a good part of
 * the tokens' lifetime, so that their hashes never come all at once.
 */
public final class TokenRenewal implements AutoCloseable {

    private static final double EARLIEST_SHARE = 0.5;
    private static final double SPREAD = 0.3;
    private static final int SECONDS = 5;

    private final TestUsers testUsers;
    private final Api gateway;
    private final Clock clock;
    private final Consumer<String> warnings;
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("token-renewal").factory());

    public TokenRenewal(TestUsers testUsers, Api gateway, Clock clock, Consumer<String> warnings) {
        this.testUsers = testUsers;
        this.gateway = gateway;
        this.clock = clock;
        this.warnings = warnings;
    }

    /** Looks for tokens that are due, until it is closed. */
    public void start() {
        var _ = rounds.scheduleWithFixedDelay(this::renewDue, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void renewDue() {
        List<TestUser> users = testUsers.createdUsers();
        Instant now = clock.instant();
        for (int i = 0; i < users.size(); i++) {
            TestUser user = users.get(i);
            if (user.isDue(EARLIEST_SHARE + SPREAD * i / users.size(), now)) {
                renew(user);
            }
        }
    }

    private void renew(TestUser user) {
        try {
            ApiAnswer answer =
                    gateway.send(
                            "POST",
                            "/api/v1/auth/login",
                            null,
                            Map.of(
                                    "identifier", user.username(),
                                    "password", testUsers.password()));
            if (answer.status() == 200) {
                user.renew(answer.json(), clock.instant());
            }
        } catch (IOException noAnswer) {
            warnings.accept("a token can't be renewed and is tried again: " + Api.reason(noAnswer));
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
