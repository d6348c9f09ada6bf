package dev.socialhub.gateway.page;

import dev.socialhub.gateway.upstream.Instance;
import dev.socialhub.gateway.upstream.Instance.Health;
import dev.socialhub.gateway.upstream.Upstream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor sees of a service, as its latest health checks found it.
 *
 * @param versions the releases that its instances report; several while one replaces another
 * @param up how many of its instances are up
 * @param downSince when the last instance went down; null while one is up, and when none ever was
 */
record ServiceView(
        String name, List<String> versions, int up, int instances, @Nullable Instant downSince) {

    ServiceView {
        versions = List.copyOf(versions);
    }

    static ServiceView of(Upstream upstream) {
        List<Instance> all = upstream.instances();
        List<Instance> up = all.stream().filter(one -> one.health() == Health.UP).toList();
        return new ServiceView(
                upstream.backend().label(),
                up.stream()
                        .map(Instance::version)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList(),
                up.size(),
                all.size(),
                up.isEmpty() ? latestDownSince(all) : null);
    }

    Condition condition() {
        return Condition.of(up, instances);
    }

    private static @Nullable Instant latestDownSince(List<Instance> instances) {
        return instances.stream()
                .map(Instance::downSince)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
