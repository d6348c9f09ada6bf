package dev.socialhub.e2e.survival;

import dev.socialhub.e2e.Client.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that keep acting until they are told to finish. */
final class Load implements AutoCloseable {

    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final Duration NOW_AND_THEN = Duration.ofMillis(500);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> workers = new ArrayList<>();
    private volatile boolean over;

    /** One action, done by a client of this name. */
    private interface Deed {
        void by(String process);
    }

    /** Every user posts, each pair has a client of its own, and a few read, log in and sign up. */
    void start(Deeds deeds, Crowd crowd, List<Pair> pairs) {
        for (Person author : crowd.cast()) {
            repeat("author-" + author.username(), OFTEN, process -> deeds.post(process, author));
        }
        for (Pair pair : pairs) {
            AtomicInteger turn = new AtomicInteger();
            repeat(
                    "follower-" + pair,
                    OFTEN,
                    process -> deeds.toggle(process, pair, turn.getAndIncrement() % 2 == 0));
        }
        repeat("reader-1", OFTEN, deeds::readPost);
        repeat("reader-2", OFTEN, deeds::readLists);
        repeat("newcomers", NOW_AND_THEN, deeds::signUp);
        repeat("returners", NOW_AND_THEN, deeds::logIn);
    }

    /** Returns when every client knows the result of its last action; fails if a client failed. */
    void finish() {
        over = true;
        workers.forEach(CompletableFuture::join);
    }

    /** Stops all clients, whatever happened. */
    @Override
    public void close() {
        over = true;
        threads.close();
    }

    private void repeat(String process, Duration pause, Deed deed) {
        workers.add(
                CompletableFuture.runAsync(
                        () -> {
                            while (!over) {
                                deed.by(process);
                                Moments.pass(pause);
                            }
                        },
                        threads));
    }
}
