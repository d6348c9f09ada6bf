package dev.socialhub.gateway.upstream;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.route.Backend;
import dev.socialhub.gateway.upstream.UpstreamsFile.Reading;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All services, as named by the settings, and by the file of instances if there is one. */
@Singleton
public final class Upstreams {

    private static final Logger LOG = LoggerFactory.getLogger(Upstreams.class);

    private final UpstreamsFile file;
    private final Counter refusedFiles;
    private final Map<Backend, List<URI>> configured = new LinkedHashMap<>();
    private final Map<Backend, Upstream> byBackend = new LinkedHashMap<>();

    Upstreams(GatewaySettings settings, UpstreamsFile file, MeterRegistry meters) {
        this.file = file;
        this.refusedFiles =
                Counter.builder("gateway.upstreams.file.refused")
                        .description("Times that the file of instances could not be applied")
                        .register(meters);
        for (Backend backend : Backend.all()) {
            List<URI> urls =
                    Addresses.separatedByCommas(
                            settings.backends().getOrDefault(backend.label(), ""));
            if (urls.isEmpty()) {
                throw new IllegalArgumentException(
                        "gateway.backends." + backend.label() + " names no instance");
            }
            configured.put(backend, urls);
        }
        Map<Backend, List<URI>> first = new LinkedHashMap<>(configured);
        file.change().map(this::checked).ifPresent(reading -> first.putAll(reading.lists()));
        first.forEach((backend, urls) -> {
            Upstream upstream =
                    new Upstream(
                            backend,
                            urls.stream().map(Instance::new).toList(),
                            settings,
                            new UpstreamLoad(settings.overload()));
            byBackend.put(backend, upstream);
            gauges(upstream, meters);
        });
    }

    private static void gauges(Upstream upstream, MeterRegistry meters) {
        String label = upstream.backend().label();
        Gauge.builder("gateway.upstream.connections", upstream, Upstream::openConnections)
                .description("Open connections to a service")
                .tag("upstream", label)
                .register(meters);
        Gauge.builder("gateway.upstream.in.flight", upstream.load(), UpstreamLoad::inFlight)
                .description("Requests to a service that it has not begun to answer")
                .tag("upstream", label)
                .register(meters);
        Gauge.builder("gateway.upstream.limit", upstream.load(), UpstreamLoad::limit)
                .description("Limit of requests to a service that it has not begun to answer")
                .tag("upstream", label)
                .register(meters);
        Gauge.builder("gateway.upstream.instances", upstream, one -> one.instances().size())
                .description("Instances of a service that are known")
                .tag("upstream", label)
                .register(meters);
        Gauge.builder("gateway.upstream.instances.up", upstream, Upstream::instancesUp)
                .description("Healthy instances of a service")
                .tag("upstream", label)
                .register(meters);
    }

    public Upstream get(Backend backend) {
        return Objects.requireNonNull(byBackend.get(backend));
    }

    public Collection<Upstream> all() {
        return byBackend.values();
    }

    /** Applies changes of the file of instances; for one thread at a time. */
    void refresh() {
        file.change().map(this::checked).ifPresent(this::follow);
        all().forEach(Upstream::settle);
    }

    private void follow(Reading reading) {
        configured.forEach((backend, urls) -> {
            if (!reading.refused().contains(backend)) {
                get(backend).want(reading.lists().getOrDefault(backend, urls));
            }
        });
    }

    /** Reports the problems of the file, once for each state of the file. */
    private Reading checked(Reading reading) {
        if (!reading.problems().isEmpty()) {
            refusedFiles.increment();
            LOG.warn(
                    "The file of instances isn't applied in full: {}",
                    String.join("; ", reading.problems()));
        }
        return reading;
    }
}
