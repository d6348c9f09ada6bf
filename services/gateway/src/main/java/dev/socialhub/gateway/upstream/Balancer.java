package dev.socialhub.gateway.upstream;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Chooses the instance with the fewest running requests; equal ones take turns. */
final class Balancer {

    private volatile List<Instance> instances;
    private final AtomicInteger nextIndex = new AtomicInteger();

    Balancer(List<Instance> instances) {
        this.instances = List.copyOf(instances);
    }

    List<Instance> instances() {
        return instances;
    }

    /** Replaces the instances to choose from; at least one. */
    void replace(List<Instance> others) {
        instances = List.copyOf(others);
    }

    /** The instance that holds this node's sessions; null when none that can be reached does. */
    @Nullable Instance withNode(String node) {
        for (Instance instance : instances) {
            if (node.equals(instance.node()) && instance.isReachable()) {
                return instance;
            }
        }
        return null;
    }

    /**
     * The best instance, or null when none can be reached. An instance that answers but isn't ready
     * is better than none: a failing check that all instances share must not become an outage.
     *
     * @param avoided an instance that has just failed this request; chosen only if it is the only
     *     one
     */
    @Nullable Instance choose(@Nullable Instance avoided) {
        Instance ready = fewest(avoided, true);
        if (ready != null) {
            return ready;
        }
        Instance reachable = fewest(avoided, false);
        if (reachable != null) {
            return reachable;
        }
        return avoided != null && avoided.isReachable() ? avoided : null;
    }

    private @Nullable Instance fewest(@Nullable Instance avoided, boolean readyOnly) {
        List<Instance> all = instances;
        int start = Math.floorMod(nextIndex.getAndIncrement(), all.size());
        Instance best = null;
        for (int i = 0; i < all.size(); i++) {
            Instance candidate = all.get((start + i) % all.size());
            if (candidate != avoided
                    && candidate.isReachable()
                    && (!readyOnly || candidate.isReady())
                    && (best == null || candidate.inFlight() < best.inFlight())) {
                best = candidate;
            }
        }
        return best;
    }
}
