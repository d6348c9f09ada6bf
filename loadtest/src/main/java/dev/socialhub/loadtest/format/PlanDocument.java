package dev.socialhub.loadtest.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * The file that requests a run of load. Its Kafka settings may contain a password, so only its
 * owner may read it.
 *
 * @param run names the run and its users; lower-case letters and digits
 * @param gateway where clients send their requests
 * @param services the addresses of the instances of each service
 * @param kafka settings of a client; empty if no events are to be sent
 * @param rate operations a second, offered whether or not earlier ones have been answered
 * @param warmUpSeconds before anything counts
 * @param seconds that count
 * @param people how many users are created first
 * @param folder for the generator's own files
 * @param foreign whether the operator has confirmed that the platform isn't on this machine
 */
@JsonPropertyOrder({
    "version",
    "run",
    "profile",
    "gateway",
    "services",
    "kafka",
    "rate",
    "warm_up_seconds",
    "seconds",
    "people",
    "folder",
    "foreign"
})
public record PlanDocument(
        int version,
        String run,
        String profile,
        String gateway,
        Map<String, List<String>> services,
        Map<String, String> kafka,
        double rate,
        long warmUpSeconds,
        long seconds,
        int people,
        String folder,
        boolean foreign) {
    /** The version that is written and understood. */
    public static final int VERSION = 1;

    public PlanDocument {
        // A value that isn't in the file is null here.
        services = services == null ? Map.of() : Map.copyOf(services);
        kafka = kafka == null ? Map.of() : Map.copyOf(kafka);
    }

    /** Without values that may be secret. */
    @Override
    public String toString() {
        return "PlanDocument[" + run + ", " + profile + ", " + rate + "/s]";
    }
}
