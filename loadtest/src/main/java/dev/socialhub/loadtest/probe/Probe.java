package dev.socialhub.loadtest.probe;

import dev.socialhub.loadtest.plan.ProbePlan;

/** Does one kind of work, and measures what it costs. */
public interface Probe {

    /** As plans and {@code targets.yml} name it. */
    String name();

    /**
     * Warms up, measures, and leaves nothing behind.
     *
     * @throws ProbeSkipped if it can't be done here
     */
    Cost measure(ProbePlan plan) throws InterruptedException;
}
