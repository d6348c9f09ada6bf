package dev.socialhub.cli.platform;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** A port for each purpose, no two alike. */
record Ports(Map<Port, Integer> numbers) {
    private static final int HIGHEST = 65_535;

    public Ports {
        numbers = Map.copyOf(numbers);
        for (Port port : Port.ALL) {
            if (!numbers.containsKey(port)) {
                throw new IllegalArgumentException("no number for " + port.key());
            }
        }
    }

    public int of(Port port) {
        Integer number = numbers.get(port);
        if (number == null) {
            throw new IllegalArgumentException("no number for " + port.key());
        }
        return number;
    }

    /** The default ports. */
    static Ports defaults() {
        return of(Map.of(), Map.of());
    }

    /** The same as the following method, for one instance of each service. */
    static Ports of(Map<String, String> environment, Map<Port, Integer> stored) {
        return of(environment, stored, Instances.DEFAULT, _ -> true);
    }

    /**
     * The ports that the environment sets; for the others the stored ones, then the default ones.
     * Further instances of a service get a free port near that of the first.
     */
    static Ports of(
            Map<String, String> environment,
            Map<Port, Integer> stored,
            Instances instances,
            IntPredicate isFree) {
        Map<Port, Integer> numbers = new LinkedHashMap<>();
        for (Port port : Port.ALL) {
            numbers.put(port, known(port, environment, stored).orElse(port.defaultNumber()));
        }
        for (ServiceInstance instance : instances.all()) {
            known(instance.port(), environment, stored)
                    .ifPresent(number -> numbers.put(instance.port(), number));
        }
        rejectOneForTwo(numbers);
        for (ServiceInstance instance : instances.all()) {
            if (!numbers.containsKey(instance.port())) {
                Port first = Port.of(instance.service());
                int base = known(first, environment, stored).orElse(first.defaultNumber());
                int nearby = base + instance.port().defaultNumber() - first.defaultNumber();
                numbers.put(instance.port(), free(nearby, instance, numbers.values(), isFree));
            }
        }
        return new Ports(numbers);
    }

    private static Optional<Integer> known(
            Port port, Map<String, String> environment, Map<Port, Integer> stored) {
        String asked = environment.getOrDefault(port.variable(), "").strip();
        return asked.isEmpty()
                ? Optional.ofNullable(stored.get(port))
                : Optional.of(parse(port.variable(), asked));
    }

    private static int free(
            int from, ServiceInstance instance, Collection<Integer> taken, IntPredicate isFree) {
        for (int number = from; number <= HIGHEST; number++) {
            if (!taken.contains(number) && isFree.test(number)) {
                return number;
            }
        }
        throw new OperatorError(
                ExitCode.FAILED,
                "no port from %d on is free for %s".formatted(from, instance.name()),
                "set " + instance.port().variable());
    }

    private static void rejectOneForTwo(Map<Port, Integer> numbers) {
        Map<Integer, Port> portsByNumber = new HashMap<>();
        numbers.forEach((port, number) -> {
            Port other = portsByNumber.put(number, port);
            if (other != null) {
                throw new OperatorError(
                        ExitCode.WRONG_USAGE,
                        "%s and %s are both %d"
                                .formatted(other.variable(), port.variable(), number),
                        "give each a port of its own");
            }
        });
    }

    private static int parse(String variable, String text) {
        if (text.matches("\\d{1,5}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= HIGHEST) {
                return number;
            }
        }
        throw new OperatorError(
                ExitCode.WRONG_USAGE,
                "%s is '%s'".formatted(variable, text),
                "set it to a port between 1 and " + HIGHEST);
    }
}
