package dev.socialhub.cli.load.profile;

import java.util.Set;

/** The names of the goals that a profile may have. */
public final class Goals {
    /**
     * At most: CPU of an operation, as a fraction of what two cores provide for it at the target
     * rate.
     */
    public static final String BUDGET_RATIO = "budget_ratio";

    /** At most: microseconds of CPU that an operation costs its service. */
    public static final String CPU_MICROS = "cpu_micros";

    /** At most: milliseconds that half of the requests take. */
    public static final String P50 = "p50_millis";

    /** At most: milliseconds that 95 of 100 requests take. */
    public static final String P95 = "p95_millis";

    /** At most: milliseconds that 99 of 100 requests take. */
    public static final String P99 = "p99_millis";

    /** At least: the smallest cost that an operation can have, as a fraction of its actual cost. */
    public static final String EFFICIENCY = "efficiency";

    /** At most: the cost of an operation, as a multiple of the smallest cost that it can have. */
    public static final String TIMES_FLOOR = "times_floor";

    /**
     * At most: requests that failed, as counted by the generator. A profile with this goal offers
     * more load than the platform can handle: failures and refusals are judged there, and don't
     * make the run invalid.
     */
    public static final String FAILURES = "failures";

    /**
     * All goals that the tool measures; any other goal is measured by the generator, and reported
     * as a finding.
     */
    public static final Set<String> ALL =
            Set.of(BUDGET_RATIO, CPU_MICROS, P50, P95, P99, EFFICIENCY, TIMES_FLOOR);

    private Goals() {}
}
