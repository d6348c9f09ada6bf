package dev.socialhub.cli.ops;

import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.http.Http;
import java.time.Clock;
import java.time.Duration;

/** The operator's access to a platform's services. */
public final class Operator {
    /** Recreating tables, or a page of a projection, may take long. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private Operator() {}

    /** A client with the platform's own secret. */
    public static OpsClient of(Target target) {
        return of(target, TIMEOUT);
    }

    /**
     * The same, with another timeout.
     *
     * @param timeout how long an answer may take
     */
    public static OpsClient of(Target target, Duration timeout) {
        return new OpsClient(
                new Http(timeout), new OperatorTokens(target.serviceTokenKey(), Clock.systemUTC()));
    }
}
