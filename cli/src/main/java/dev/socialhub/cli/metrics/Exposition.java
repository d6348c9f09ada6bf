package dev.socialhub.cli.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The metrics of a process, in Prometheus's text format. Lines that aren't samples are left out.
 */
public record Exposition(List<Sample> samples) {
    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? (\\S+)(?: \\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    public Exposition {
        samples = List.copyOf(samples);
    }

    /** One number. */
    public record Sample(String name, Map<String, String> labels, double value) {
        public Sample {
            labels = Map.copyOf(labels);
        }

        /** The label's value; empty if it has none. */
        public String label(String label) {
            return labels.getOrDefault(label, "");
        }
    }

    /** The samples of such a text. */
    public static Exposition parse(String text) {
        List<Sample> samples = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher sample = LINE.matcher(line);
            if (!line.startsWith("#") && sample.matches()) {
                Map<String, String> labels = new HashMap<>();
                Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
                while (label.find()) {
                    labels.put(label.group(1), label.group(2));
                }
                samples.add(new Sample(sample.group(1), labels, number(sample.group(3))));
            }
        }
        return new Exposition(samples);
    }

    /** The sum of all samples of a metric; 0 if there is none. */
    public double sum(String name, Predicate<Sample> which) {
        return of(name).filter(which).mapToDouble(Sample::value).sum();
    }

    /** Whether there is any sample of a metric. */
    public boolean has(String name) {
        return of(name).findAny().isPresent();
    }

    /** The samples of a metric that are numbers. */
    public Stream<Sample> of(String name) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .filter(sample -> !Double.isNaN(sample.value()));
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> parsed(text);
        };
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
