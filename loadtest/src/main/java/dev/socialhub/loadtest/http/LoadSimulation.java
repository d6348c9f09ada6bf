package dev.socialhub.loadtest.http;

import io.gatling.javaapi.core.Simulation;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The only simulation. Gatling creates the object itself and passes no arguments. */
public final class LoadSimulation extends Simulation {

    private static final AtomicReference<@Nullable HttpLoad> NEXT = new AtomicReference<>();

    {
        HttpLoad load = Objects.requireNonNull(NEXT.getAndSet(null), "no load is set");
        setUp(load.populations()).protocols(load.protocol()).maxDuration(load.longest());
    }

    /** Sets the load of the next simulation. */
    static void next(HttpLoad load) {
        NEXT.set(load);
    }
}
