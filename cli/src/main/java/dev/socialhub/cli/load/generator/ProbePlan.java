package dev.socialhub.cli.load.generator;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which probes the generator's program is asked to run. Passwords are in its environment.
 *
 * @param run names what it makes on the platform; lower-case letters and digits
 * @param rate operations a second; null for as many as possible
 * @param warmUpSeconds of each, before anything counts
 * @param seconds of each that count
 * @param gateway null without a platform
 * @param services where the instances of each answer
 * @param databases by the service that owns them
 * @param kafka settings of a client; empty if it isn't known
 * @param redis where it answers; null likewise
 * @param folder for its own files; exists
 */
@JsonPropertyOrder({
    "version",
    "run",
    "probes",
    "rate",
    "warm_up_seconds",
    "seconds",
    "gateway",
    "services",
    "databases",
    "kafka",
    "redis",
    "folder"
})
public record ProbePlan(
        int version,
        String run,
        List<String> probes,
        @Nullable Double rate,
        long warmUpSeconds,
        long seconds,
        @Nullable String gateway,
        Map<String, List<String>> services,
        Map<String, Database> databases,
        Map<String, Object> kafka,
        @Nullable String redis,
        String folder) {
    /** The version that is written. */
    public static final int VERSION = 1;

    public ProbePlan {
        probes = List.copyOf(probes);
        services = Map.copyOf(services);
        databases = Map.copyOf(databases);
        kafka = Map.copyOf(kafka);
    }

    /** How to connect to a database, without its password. */
    @JsonPropertyOrder({"url", "user"})
    public record Database(String url, String user) {}
}
