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

    private static final double EARLIEST = 0.5;
    private static final double SPREAD = 0.3;
    private static final int SECONDS = 5;

    private final TestUsers cast;
    private final Api gateway;
    private final Clock clock;
    private final Consumer<String> say;
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("token-renewal").factory());

    public TokenRenewal(TestUsers cast, Api gateway, Clock clock, Consumer<String> say) {
        this.cast = cast;
        this.gateway = gateway;
        this.clock = clock;
        this.say = say;
    }

    /** Looks for tokens that are due, until it is closed. */
    public void start() {
        var _ = rounds.scheduleWithFixedDelay(this::renewDue, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void renewDue() {
        List<TestUser> people = cast.people();
        Instant now = clock.instant();
        for (int i = 0; i < people.size(); i++) {
            TestUser person = people.get(i);
            if (person.isDue(EARLIEST + SPREAD * i / people.size(), now)) {
                renew(person);
            }
        }
    }

    private void renew(TestUser person) {
        try {
            ApiAnswer answer =
                    gateway.send(
                            "POST",
                            "/api/v1/auth/login",
                            null,
                            Map.of(
                                    "identifier", person.username(),
                                    "password", cast.password()));
            if (answer.status() == 200) {
                person.renew(answer.json(), clock.instant());
            }
        } catch (IOException silent) {
            say.accept("a token can't be renewed, and is tried again: " + Api.reason(silent));
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
