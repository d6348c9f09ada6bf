package dev.socialhub.e2e.survival;

import dev.socialhub.backing.testing.history.Outcome;
import dev.socialhub.e2e.Client;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request that is safe to repeat until an answer tells what became of it, as a client does
 * that was told to come back later.
 */
final class Insistence {

    /** Longer than any repair takes. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final Duration BETWEEN = Duration.ofMillis(250);

    private Insistence() {}

    /** What a client knows in the end, and the answer that told it, if one did. */
    record Settled(Outcome outcome, String text, Client.@Nullable Answer answer) {}

    static Settled on(Supplier<Client.Answer> request) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            String problem;
            try {
                Client.Answer answer = request.get();
                if (answer.status() / 100 == 2) {
                    return new Settled(Outcome.OK, "", answer);
                }
                problem = answer.status() + " " + answer.text();
                if (!isWorthAnotherTry(answer)) {
                    return new Settled(Outcome.FAIL, problem, answer);
                }
            } catch (UncheckedIOException lost) {
                problem = String.valueOf(lost.getCause());
            }
            if (System.nanoTime() > deadline) {
                return new Settled(Outcome.UNKNOWN, problem, null);
            }
            Moments.pass(BETWEEN);
        }
    }

    /** A refusal that names no later time is final. */
    private static boolean isWorthAnotherTry(Client.Answer answer) {
        return answer.status() >= 500 || answer.header("Retry-After") != null;
    }
}
