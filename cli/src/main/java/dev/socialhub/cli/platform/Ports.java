package dev.socialhub.cli.platform;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** A port for each purpose, no two alike. */
public record Ports(Map<Port, Integer> numbers) {
    private static final int HIGHEST = 65_535;

    public Ports {
        numbers = Map.copyOf(numbers);
        Map<Integer, Port> takers = new HashMap<>();
        for (Port port : Port.values()) {
            Integer number = numbers.get(port);
            if (number == null) {
                throw new IllegalArgumentException("no number for " + port);
            }
            Port other = takers.put(number, port);
            if (other != null) {
                throw new OperatorError(
                        ExitCode.WRONG_USAGE,
                        "%s and %s are both %d"
                                .formatted(other.variable(), port.variable(), number),
                        "give each a port of its own");
            }
        }
    }

    public int of(Port port) {
        return numbers.get(port);
    }

    /** The usual ports. */
    static Ports usual() {
        return of(Map.of(), Map.of());
    }

    /**
     * The ports that the environment asks for; for the others those remembered, then the usual
     * ones.
     */
    static Ports of(Map<String, String> environment, Map<Port, Integer> remembered) {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            String asked = environment.getOrDefault(port.variable(), "").strip();
            numbers.put(
                    port,
                    asked.isEmpty()
                            ? remembered.getOrDefault(port, port.usual())
                            : parse(port.variable(), asked));
        }
        return new Ports(numbers);
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
