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
 * @param target what is promised; null if nothing is
 * @param goal what is judged, by the names of {@link Goals} or of the generator's findings
 * @param load what is offered unless somebody wants it otherwise
 */
@JsonPropertyOrder({"name", "says", "target", "goal", "load", "operations"})
public record Profile(
        @JsonAlias("profile") String name,
        String says,
        @Nullable Target target,
        Map<String, Double> goal,
        Offer load,
        List<Operation> operations) {
    public Profile {
        Objects.requireNonNull(name, "a profile has no name");
        Objects.requireNonNull(says, name + " says nothing");
        Objects.requireNonNull(load, name + " has no load");
        // What isn't in the file is null here.
        goal = goal == null ? Map.of() : new TreeMap<>(goal);
        operations = operations == null ? List.of() : List.copyOf(operations);
    }

    /**
     * What is promised.
     *
     * @param rate operations a second; null if none is named
     * @param per what has to bear that, such as {@code instance}
     * @param millis that an operation may take
     * @param source which promise it is
     */
    @JsonPropertyOrder({"rate", "per", "millis", "source"})
    public record Target(
            @Nullable Double rate,
            @Nullable String per,
            @Nullable Double millis,
            @Nullable String source) {}

    /**
     * What is offered.
     *
     * @param rate operations a second
     * @param warmUp before anything counts, such as {@code 15s}
     * @param duration of what counts, such as {@code 60s}
     * @param people that are made before it begins
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
     * @param service whose CPU it costs; null if that isn't told
     * @param counted whether that service's CPU is divided by these requests
     * @param floor the probes whose costs together are the least that it could cost
     */
    @JsonPropertyOrder({"operation", "service", "counted", "floor"})
    public record Operation(
            String operation, @Nullable String service, boolean counted, List<String> floor) {
        public Operation {
            floor = floor == null ? List.of() : List.copyOf(floor);
            Objects.requireNonNull(operation, "an operation has no name");
        }
    }

    /** Whether it offers more than can be borne, and judges what becomes of it. */
    public boolean overloads() {
        return goal.containsKey(Goals.FAILURES);
    }

    /** The probes that tell the least that its counted operations could cost. */
    public List<String> probes() {
        return operations.stream()
                .filter(Operation::counted)
                .flatMap(operation -> operation.floor().stream())
                .distinct()
                .toList();
    }

    /** What is known of an operation; one that isn't named costs nobody's CPU. */
    public Operation operation(String wanted) {
        return operations.stream()
                .filter(operation -> operation.operation().equals(wanted))
                .findFirst()
                .orElseGet(() -> new Operation(wanted, null, false, List.of()));
    }
}
