package dev.socialhub.loadtest.probe.http;

import dev.socialhub.loadtest.plan.ProbePlan;
import dev.socialhub.loadtest.probe.Cost;
import dev.socialhub.loadtest.probe.ProbePace;
import java.io.IOException;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Warms a server up and measures what it takes at a rate. */
final class RateMeasurement {

    /** The rate of requests where the plan names none; CPU per request depends on it. */
    private static final double DEFAULT_RATE = 800;

    private RateMeasurement() {}

    /**
     * @param cpuNanos of the server, so far
     */
    static Cost measure(ProbePlan plan, RequestSender sender, LongSupplier cpuNanos)
            throws IOException, InterruptedException {
        // As fast as possible: at a steady rate it would take a minute to compile as much code.
        sender.ask(ProbePace.of(null, plan.warmUpSeconds()));
        double rate = Objects.requireNonNullElse(plan.rate(), DEFAULT_RATE);
        long before = cpuNanos.getAsLong();
        ProbePace pace = ProbePace.of(rate, plan.seconds());
        long requests = sender.ask(pace);
        double seconds = pace.seconds();
        return Cost.of(requests, seconds, cpuNanos.getAsLong() - before);
    }
}
