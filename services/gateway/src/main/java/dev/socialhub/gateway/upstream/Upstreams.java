package dev.socialhub.gateway.upstream;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.route.Backend;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All services, as the settings name them. */
@Singleton
public final class Upstreams {

    private final Map<Backend, Upstream> byBackend = new EnumMap<>(Backend.class);

    Upstreams(GatewaySettings settings, MeterRegistry meters) {
        for (Backend backend : Backend.values()) {
            String urls = settings.backends().get(backend.label());
            if (urls == null || urls.isBlank()) {
                throw new IllegalArgumentException(
                        "gateway.backends." + backend.label() + " names no instance");
            }
            Upstream upstream = new Upstream(backend, instances(urls), settings.upstream());
            byBackend.put(backend, upstream);
            Gauge.builder("gateway.upstream.connections", upstream, Upstream::openConnections)
                    .tag("upstream", backend.label())
                    .register(meters);
        }
    }

    public Upstream get(Backend backend) {
        return byBackend.get(backend);
    }

    public Collection<Upstream> all() {
        return byBackend.values();
    }

    private static List<Instance> instances(String urls) {
        return Arrays.stream(urls.split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(Upstreams::instance)
                .toList();
    }

    private static Instance instance(String url) {
        URI parsed = URI.create(url);
        boolean plainHttp = "http".equals(parsed.getScheme());
        if (!plainHttp || parsed.getHost() == null || parsed.getPort() < 1) {
            throw new IllegalArgumentException("not of the form http://host:port: " + url);
        }
        return new Instance(parsed);
    }
}
