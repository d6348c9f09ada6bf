package dev.socialhub.cli.load.generator;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * What the generator is asked to do. Its Kafka settings may hold a password, so it is written to a
 * file that only its owner can read.
 *
 * @param run names the run and its users; lower-case letters and digits
 * @param services where the instances of each answer
 * @param kafka settings of a client
 * @param rate operations a second, offered whether or not earlier ones have been answered
 * @param warmUpSeconds before anything counts
 * @param seconds that count
 * @param people how many users are created first
 * @param folder for its own files; exists
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
public record Plan(
        int version,
        String run,
        String profile,
        String gateway,
        Map<String, List<String>> services,
        Map<String, Object> kafka,
        double rate,
        long warmUpSeconds,
        long seconds,
        int people,
        String folder,
        boolean foreign) {
    /** The version that is written. */
    public static final int VERSION = 1;

    public Plan {
        services = Map.copyOf(services);
        kafka = Map.copyOf(kafka);
    }

    /** Without values that may be secret. */
    @Override
    public String toString() {
        return "Plan[" + run + ", " + profile + ", " + rate + "/s]";
    }
}
