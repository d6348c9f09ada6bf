package dev.socialhub.e2e.survival;

import dev.socialhub.e2e.Client;
import dev.socialhub.testkit.history.OperationOutcome;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request that is safe to repeat until an answer gives its result, as a client does that
 * was asked to retry later.
 */
final class Insistence {

    /** Longer than any repair takes. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final Duration BETWEEN = Duration.ofMillis(250);

    private Insistence() {}

    /** The result that a client finally knows, and the answer that gave it, if there was one. */
    record Settled(OperationOutcome outcome, String text, Client.@Nullable Answer answer) {}

    static Settled on(Supplier<Client.Answer> request) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            String problem;
            try {
                Client.Answer answer = request.get();
                if (answer.status() / 100 == 2) {
                    return new Settled(OperationOutcome.OK, "", answer);
                }
                problem = answer.status() + " " + answer.text();
                if (!isWorthAnotherTry(answer)) {
                    return new Settled(OperationOutcome.FAIL, problem, answer);
                }
            } catch (UncheckedIOException lost) {
                problem = String.valueOf(lost.getCause());
            }
            if (System.nanoTime() > deadline) {
                return new Settled(OperationOutcome.UNKNOWN, problem, null);
            }
            Moments.pass(BETWEEN);
        }
    }

    /** A refusal without a time to retry is final. */
    private static boolean isWorthAnotherTry(Client.Answer answer) {
        return answer.status() >= 500 || answer.header("Retry-After") != null;
    }
}
