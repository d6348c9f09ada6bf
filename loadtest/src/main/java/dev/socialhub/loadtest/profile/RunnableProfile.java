package dev.socialhub.loadtest.profile;

import dev.socialhub.loadtest.plan.Plan;
import java.io.IOException;
import java.util.Map;

/** One kind of load. */
public interface RunnableProfile {

    /** As plans and {@code targets.yml} name it. */
    String name();

    /** Its operations, and which part of the plan's rate each of them has. */
    Map<String, Double> operations();

    /** How many users a plan must create at least. */
    default int minUsers(Plan plan) {
        return 1;
    }

    /** Between the warm-up and what counts: how long it looks for what it is to offer. */
    default int searchSeconds() {
        return 0;
    }

    /**
     * Makes what the load needs on the platform.
     *
     * @throws IOException if the platform doesn't answer
     * @throws dev.socialhub.loadtest.run.RunRefused if it doesn't answer well
     */
    Traffic prepare(ProfileContext context) throws IOException;
}
