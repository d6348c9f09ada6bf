package dev.socialhub.gateway.page;

import dev.socialhub.gateway.upstream.Instance;
import dev.socialhub.gateway.upstream.Instance.Health;
import dev.socialhub.gateway.upstream.Upstream;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The health of the platform, as the latest health checks found it. A service is up if at least one
 * of its instances is.
 */
@Serdeable
record PlatformHealth(Condition status, Map<String, ServiceHealth> services) {

    /** The instance gets no new requests, and finishes those that are running. */
    private static final String DRAINING = "DRAINING";

    PlatformHealth {
        services = new TreeMap<>(services);
    }

    /** One service and its instances. */
    @Serdeable
    record ServiceHealth(Condition status, List<InstanceHealth> instances) {}

    /** One instance, as its last check found it. */
    @Serdeable
    record InstanceHealth(String url, String status) {}

    static PlatformHealth of(Collection<Upstream> upstreams) {
        Map<String, ServiceHealth> services = new TreeMap<>();
        for (Upstream upstream : upstreams) {
            services.put(upstream.backend().label(), serviceHealth(upstream));
        }
        long up = services.values().stream().filter(PlatformHealth::isUp).count();
        return new PlatformHealth(Condition.of(up, services.size()), services);
    }

    boolean allUp() {
        return status == Condition.UP;
    }

    private static boolean isUp(ServiceHealth service) {
        return service.status() != Condition.DOWN;
    }

    private static ServiceHealth serviceHealth(Upstream upstream) {
        List<Instance> instances = upstream.instances();
        long up = instances.stream().filter(one -> one.health() == Health.UP).count();
        Condition status = Condition.of(up, instances.size());
        Stream<InstanceHealth> present =
                instances.stream()
                        .map(one -> new InstanceHealth(one.url().toString(), one.health().name()));
        Stream<InstanceHealth> leaving =
                upstream.leaving().stream()
                        .map(one -> new InstanceHealth(one.url().toString(), DRAINING));
        return new ServiceHealth(status, Stream.concat(present, leaving).toList());
    }
}
