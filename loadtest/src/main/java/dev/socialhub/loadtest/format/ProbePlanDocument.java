package dev.socialhub.loadtest.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file that requests probes. Passwords of databases are in the environment.
 *
 * @param run names what the probes create on the platform; lower-case letters and digits
 * @param probes by name
 * @param rate operations a second; null for as many as possible
 * @param warmUpSeconds of each probe, before anything counts
 * @param seconds of each probe that count
 * @param gateway null without a platform
 * @param services the addresses of the instances of each service
 * @param databases by the service that owns them; empty if they can't be reached
 * @param kafka settings of a client; empty if it can't be reached
 * @param redis its address; null if it can't be reached
 * @param folder for the generator's own files
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
public record ProbePlanDocument(
        int version,
        String run,
        List<String> probes,
        @Nullable Double rate,
        long warmUpSeconds,
        long seconds,
        @Nullable String gateway,
        Map<String, List<String>> services,
        Map<String, Database> databases,
        Map<String, String> kafka,
        @Nullable String redis,
        String folder) {
    /** The version that is written and understood. */
    public static final int VERSION = 1;

    public ProbePlanDocument {
        // A value that isn't in the file is null here.
        probes = probes == null ? List.of() : List.copyOf(probes);
        services = services == null ? Map.of() : Map.copyOf(services);
        databases = databases == null ? Map.of() : Map.copyOf(databases);
        kafka = kafka == null ? Map.of() : Map.copyOf(kafka);
    }

    /** How to connect to a database; {@link GeneratorArguments} names its password's variable. */
    @JsonPropertyOrder({"url", "user"})
    public record Database(String url, String user) {}
}
