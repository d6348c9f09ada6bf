package dev.socialhub.loadtest.plan;

import dev.socialhub.loadtest.format.PlanDocument;
import dev.socialhub.loadtest.format.ProbePlanDocument;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks plans, whose files may contain anything. */
final class PlanChecks {

    private static final Pattern RUN = Pattern.compile("[a-z0-9]{1,12}");
    private static final double MIN_PER_SECOND = 0.1;
    private static final double MAX_PER_SECOND = 50_000;
    private static final int MAX_SECONDS = 4 * 3600;
    private static final int MAX_USERS = 100_000;

    private PlanChecks() {}

    /**
     * The plan of a run.
     *
     * @throws BadPlan if it can't be carried out
     */
    static Plan plan(PlanDocument document) {
        checkVersion(document.version(), PlanDocument.VERSION);
        return new Plan(
                name(document.run()),
                document.profile(),
                address(document.gateway(), "gateway"),
                addresses(document.services()),
                document.kafka(),
                rate(document.rate()),
                within(document.warmUpSeconds(), 0, MAX_SECONDS, "warm_up_seconds"),
                within(document.seconds(), 1, MAX_SECONDS, "seconds"),
                within(document.people(), 0, MAX_USERS, "people"),
                folder(document.folder()),
                document.foreign());
    }

    /**
     * The plan of a calibration.
     *
     * @throws BadPlan if it can't be carried out
     */
    static ProbePlan plan(ProbePlanDocument document) {
        checkVersion(document.version(), ProbePlanDocument.VERSION);
        Double rate = document.rate();
        String gateway = document.gateway();
        String redis = document.redis();
        return new ProbePlan(
                name(document.run()),
                document.probes(),
                rate == null ? null : (Double) rate(rate),
                within(document.warmUpSeconds(), 0, MAX_SECONDS, "warm_up_seconds"),
                within(document.seconds(), 1, MAX_SECONDS, "seconds"),
                gateway == null ? null : address(gateway, "gateway"),
                addresses(document.services()),
                document.databases(),
                document.kafka(),
                redis == null ? null : redis(redis),
                folder(document.folder()));
    }

    private static void checkVersion(int version, int known) {
        if (version != known) {
            throw new BadPlan("its version is %d, but must be %d".formatted(version, known));
        }
    }

    /** A part of the names of users and schemas. */
    private static String name(String run) {
        if (!RUN.matcher(run).matches()) {
            throw new BadPlan("run must be 1 to 12 letters a-z or digits");
        }
        return run;
    }

    private static Map<String, List<URI>> addresses(Map<String, List<String>> services) {
        return services.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                service ->
                                        service.getValue().stream()
                                                .map(one -> address(one, "services"))
                                                .toList()));
    }

    private static URI address(String text, String key) {
        return uri(text.replaceAll("/+$", ""), List.of("http", "https"))
                .filter(address -> address.getRawPath().isEmpty())
                .orElseThrow(() -> new BadPlan(key + " must be like http://127.0.0.1:8080"));
    }

    private static URI redis(String text) {
        return uri(text, List.of("redis", "rediss"))
                .orElseThrow(() -> new BadPlan("redis must be like redis://127.0.0.1:6379"));
    }

    /** Empty if the text is no URI, has no host or another scheme. */
    private static Optional<URI> uri(String text, List<String> schemes) {
        try {
            return Optional.of(URI.create(text))
                    .filter(uri -> uri.getHost() != null && schemes.contains(uri.getScheme()));
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    private static double rate(double value) {
        if (!(value >= MIN_PER_SECOND && value <= MAX_PER_SECOND)) {
            throw new BadPlan(
                    "rate must be between %s and %.0f".formatted(MIN_PER_SECOND, MAX_PER_SECOND));
        }
        return value;
    }

    private static int within(long value, int minimum, int maximum, String key) {
        if (value < minimum || value > maximum) {
            throw new BadPlan("%s must be between %d and %d".formatted(key, minimum, maximum));
        }
        return (int) value;
    }

    private static Path folder(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException invalidPath) {
            throw new BadPlan("folder is not a path");
        }
    }
}
