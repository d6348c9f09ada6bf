package dev.socialhub.loadtest.users;

import dev.socialhub.loadtest.platform.Api;
import dev.socialhub.loadtest.platform.ApiAnswer;
import dev.socialhub.loadtest.platform.ParallelCalls;
import dev.socialhub.loadtest.run.ProgressReporter;
import dev.socialhub.loadtest.run.RunRefused;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** All users that a run creates, so that none of them is left behind at its end. */
public final class TestUsers {

    /** Beyond some ten, hashing their passwords makes the platform answer 503. */
    private static final int PARALLEL_SIGN_UPS = 8;

    private final String run;
    private final String password;
    private final Api gateway;
    private final Clock clock;
    private final AtomicInteger names = new AtomicInteger();
    private final Set<String> unconfirmed = ConcurrentHashMap.newKeySet();
    private final Queue<TestUser> signedUp = new ConcurrentLinkedQueue<>();
    private List<TestUser> createdUsers = List.of();
    private volatile boolean closed;

    public TestUsers(String run, String password, Api gateway, Clock clock) {
        this.run = run;
        this.password = password;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * Signs up this number of users, before the load.
     *
     * @throws RunRefused if the platform refuses
     */
    public void signUp(int count, ProgressReporter reporter) {
        List<String> usernames =
                IntStream.range(0, count)
                        .mapToObj(_ -> "load_%s_%d".formatted(run, next()))
                        .toList();
        AtomicInteger done = new AtomicInteger();
        List<TestUser> created = new ArrayList<>();
        try {
            ParallelCalls.each(
                    usernames,
                    PARALLEL_SIGN_UPS,
                    username -> {
                        TestUser user = signUp(username);
                        synchronized (created) {
                            created.add(user);
                        }
                        int soFar = done.incrementAndGet();
                        if (soFar % 20 == 0 || soFar == count) {
                            reporter.preparing(soFar, count, "users signed up");
                        }
                    });
        } catch (IOException noAnswer) {
            throw new RunRefused(
                    "no user can be signed up at %s (%s): is the platform up?"
                            .formatted(gateway.base(), Api.reason(noAnswer)),
                    noAnswer);
        }
        createdUsers = List.copyOf(created);
    }

    private TestUser signUp(String username) throws IOException {
        reserve(username);
        ApiAnswer answer = answer(username);
        if (answer.status() != 201) {
            throw new IOException("a sign-up was answered " + answer.status());
        }
        TestUser user = TestUser.of(username, answer.json(), clock.instant());
        addSignedUp(user);
        return user;
    }

    private ApiAnswer answer(String username) throws IOException {
        try {
            return gateway.sendUntilServed("POST", "/api/v1/auth/signup", null, account(username));
        } catch (ConnectException notSent) {
            unconfirmed.remove(username);
            throw notSent;
        }
    }

    /** The body of a sign-up request. */
    public Map<String, String> account(String username) {
        return Map.of(
                "name",
                "Load Tester",
                "email",
                username + "@example.com",
                "username",
                username,
                "password",
                password);
    }

    /** The password of all users of this run. */
    public String password() {
        return password;
    }

    /** The users that were created before the load. */
    public List<TestUser> createdUsers() {
        return createdUsers;
    }

    /** Returns these users in turn, again and again. */
    public TestUser user(long number) {
        return createdUsers.get(Math.floorMod(number, createdUsers.size()));
    }

    /**
     * A name for a user that is about to be signed up; the answer may get lost although the account
     * exists.
     *
     * @throws RunRefused once the run is ending
     */
    public String reserveUsername() {
        String username = "load_%s_%d".formatted(run, next());
        reserve(username);
        return username;
    }

    private int next() {
        return names.incrementAndGet();
    }

    private void reserve(String username) {
        if (closed) {
            throw new RunRefused("the run is ending");
        }
        unconfirmed.add(username);
    }

    /** Adds a user that has been signed up. */
    public void addSignedUp(TestUser user) {
        signedUp.add(user);
        unconfirmed.remove(user.username());
    }

    /** Refuses further users. */
    void close() {
        closed = true;
    }

    Collection<TestUser> allUsers() {
        return List.copyOf(signedUp);
    }

    /** The names whose sign-up was never answered, or not with success. */
    Collection<String> unanswered() {
        return Set.copyOf(unconfirmed);
    }
}
