package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Does one of several things in a fixed order, so that each has its exact part of all. */
final class MixedOperations {

    private static final String OPERATION = "which";

    private final List<String> order;

    /**
     * @param order the fixed sequence, which starts again at its end
     */
    MixedOperations(List<String> order) {
        this.order = List.copyOf(order);
    }

    /** The next of them; each phase begins with the first. */
    ChainBuilder each(Map<String, ChainBuilder> operations) {
        AtomicInteger turn = new AtomicInteger();
        return exec(session ->
                        session.set(
                                OPERATION,
                                order.get(Math.floorMod(turn.getAndIncrement(), order.size()))))
                .exec(
                        doSwitch("#{" + OPERATION + "}")
                                .on(
                                        operations.entrySet().stream()
                                                .<Choice.WithKey>map(operation ->
                                                        onCase(operation.getKey())
                                                                .then(operation.getValue()))
                                                .toList()));
    }
}
