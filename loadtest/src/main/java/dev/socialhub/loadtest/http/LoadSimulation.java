package dev.socialhub.loadtest.http;

import io.gatling.javaapi.core.Simulation;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one simulation that Gatling is asked to run, which it makes by itself and without help. */
public final class LoadSimulation extends Simulation {

    private static final AtomicReference<@Nullable HttpLoad> NEXT = new AtomicReference<>();

    {
        HttpLoad load = Objects.requireNonNull(NEXT.getAndSet(null), "nothing was ordered");
        setUp(load.populations()).protocols(load.protocol()).maxDuration(load.longest());
    }

    /** What the next simulation is about. */
    static void next(HttpLoad load) {
        NEXT.set(load);
    }
}
