package dev.socialhub.cli.load.profile;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One kind of load.
 *
 * @param says what it is, in one sentence
 * @param target what is promised; null if there is no promise
 * @param goal what is judged, by the names of {@link Goals} or of the generator's findings
 * @param load what is offered unless the operator chooses otherwise
 */
@JsonPropertyOrder({"name", "says", "target", "goal", "load", "operations"})
public record LoadProfile(
        @JsonAlias("profile") String name,
        String says,
        @Nullable Target target,
        Map<String, Double> goal,
        Offer load,
        List<Operation> operations) {
    public LoadProfile {
        Objects.requireNonNull(name, "a profile has no name");
        Objects.requireNonNull(says, name + " has no `says`");
        Objects.requireNonNull(load, name + " has no load");
        // A value that isn't in the file is null here.
        goal = goal == null ? Map.of() : new TreeMap<>(goal);
        operations = operations == null ? List.of() : List.copyOf(operations);
    }

    /**
     * What is promised.
     *
     * @param rate operations a second; null if none is named
     * @param per what has to handle that, such as {@code instance}
     * @param millis that an operation may take
     * @param source where the promise is made
     */
    @JsonPropertyOrder({"rate", "per", "millis", "source"})
    public record Target(
            @Nullable Double rate,
            @Nullable String per,
            @Nullable Double millis,
            @Nullable String source) {}

    /**
     * The offered load.
     *
     * @param rate operations a second
     * @param warmUp before anything counts, such as {@code 15s}
     * @param duration of what counts, such as {@code 60s}
     * @param people how many users are created before it begins
     */
    @JsonPropertyOrder({"rate", "warmUp", "duration", "people"})
    public record Offer(double rate, String warmUp, String duration, int people) {
        public Offer {
            Objects.requireNonNull(warmUp, "a load has no warm_up");
            Objects.requireNonNull(duration, "a load has no duration");
        }
    }

    /**
     * A kind of request.
     *
     * @param service whose CPU it costs; null if that isn't declared
     * @param counted whether that service's CPU is divided by these requests
     * @param floor the probes whose costs together are the least that the operation could cost
     */
    @JsonPropertyOrder({"operation", "service", "counted", "floor"})
    public record Operation(
            String operation, @Nullable String service, boolean counted, List<String> floor) {
        public Operation {
            floor = floor == null ? List.of() : List.copyOf(floor);
            Objects.requireNonNull(operation, "an operation has no name");
        }
    }

    /** Whether it offers more load than the platform can handle, and judges the consequences. */
    public boolean overloads() {
        return goal.containsKey(Goals.FAILURES);
    }

    /** The probes that measure the least that its counted operations could cost. */
    public List<String> probes() {
        return operations.stream()
                .filter(Operation::counted)
                .flatMap(operation -> operation.floor().stream())
                .distinct()
                .toList();
    }

    /** The declaration of an operation; one that isn't declared is charged to no service. */
    public Operation operation(String wanted) {
        return operations.stream()
                .filter(operation -> operation.operation().equals(wanted))
                .findFirst()
                .orElseGet(() -> new Operation(wanted, null, false, List.of()));
    }
}
