package dev.socialhub.loadtest.plan;

import dev.socialhub.loadtest.format.ProbePlanDocument.Database;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The validated plan of a calibration.
 *
 * @param run short and of {@code a-z0-9}; names what it makes on the platform
 * @param probes by their names
 * @param rate operations offered each second; null for as many as there can be
 * @param warmUpSeconds of each probe, before anything counts
 * @param seconds of each probe that count
 * @param gateway where clients send their requests; null without a platform
 * @param services the instances of each service
 * @param databases by the service that owns them; empty where they can't be reached
 * @param kafka settings of a Kafka client; empty where it can't be reached
 * @param redis null likewise
 * @param folder where files may be left
 */
public record ProbePlan(
        String run,
        List<String> probes,
        @Nullable Double rate,
        int warmUpSeconds,
        int seconds,
        @Nullable URI gateway,
        Map<String, List<URI>> services,
        Map<String, Database> databases,
        Map<String, String> kafka,
        @Nullable URI redis,
        Path folder) {

    public ProbePlan {
        probes = List.copyOf(probes);
        services = Map.copyOf(services);
        databases = Map.copyOf(databases);
        kafka = Map.copyOf(kafka);
    }

    public Optional<Database> database(String service) {
        return Optional.ofNullable(databases.get(service));
    }
}
