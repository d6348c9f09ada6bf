package dev.socialhub.loadtest.plan;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The validated plan of a run.
 *
 * @param run short and of {@code a-z0-9}; part of the names of this run's users
 * @param gateway where clients send their requests
 * @param services the instances of each service, for requests that go to a service itself
 * @param kafka settings of a Kafka client; empty where no events are to be sent
 * @param rate operations offered each second
 * @param people how many users are created before the load begins
 * @param folder where Gatling may leave files
 * @param foreign whether generated events may be sent to a platform on another machine
 */
public record Plan(
        String run,
        String profile,
        URI gateway,
        Map<String, List<URI>> services,
        Map<String, String> kafka,
        double rate,
        int warmUpSeconds,
        int seconds,
        int people,
        Path folder,
        boolean foreign) {

    public Plan {
        services = Map.copyOf(services);
        kafka = Map.copyOf(kafka);
    }

    /** How many operations are offered in a time. */
    public long offered(int duration) {
        return Math.round(rate * duration);
    }

    /** The number of all operations that are offered, warm-up included. */
    public long offeredTotal() {
        return offered(warmUpSeconds) + offered(seconds);
    }

    /** The instances of a service, or the gateway where they aren't known. */
    public List<URI> addresses(String service) {
        List<URI> known = services.getOrDefault(service, List.of());
        return known.isEmpty() ? List.of(gateway) : known;
    }
}
