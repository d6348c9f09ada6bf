package dev.socialhub.auth.login;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** The results of logins. The series begin when the service starts, not with the first login. */
@Context
final class LoginMetrics {

    private final Counter succeeded;
    private final Counter refused;
    private final Counter rejected;

    LoginMetrics(MeterRegistry meters) {
        succeeded = counter("succeeded", meters);
        refused = counter("refused", meters);
        rejected = counter("rejected", meters);
    }

    void succeeded() {
        succeeded.increment();
    }

    /**
     * Counts a login whose name and password don't match, or that was rejected because of overload.
     * A request that can't be read doesn't count as a login.
     */
    void failed(ProblemException problem) {
        if (problem.type().equals(ProblemType.UNAUTHORIZED)) {
            refused.increment();
        } else if (problem.type().equals(ProblemType.OVERLOADED)) {
            rejected.increment();
        }
    }

    private static Counter counter(String result, MeterRegistry meters) {
        return Counter.builder("logins")
                .description("Logins by outcome")
                .tag("result", result)
                .register(meters);
    }
}
