package dev.socialhub.loadtest.plan;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan as it is written, before anything of it has been judged. */
record PlanDocument(
        @Nullable Integer version,
        @Nullable String run,
        @Nullable String profile,
        @Nullable String gateway,
        @Nullable Map<String, List<String>> services,
        @Nullable Map<String, String> kafka,
        @Nullable Double rate,
        @Nullable Integer warmUpSeconds,
        @Nullable Integer seconds,
        @Nullable Integer people,
        @Nullable String folder,
        @Nullable Boolean foreign) {

    private static final int VERSION = 1;
    private static final Pattern RUN = Pattern.compile("[a-z0-9]{1,12}");
    static final double MAX_PER_SECOND = 50_000;
    static final int HOURS = 4 * 3600;
    private static final int MAX_USERS = 100_000;

    Plan plan() {
        known(given(version, "version"));
        return new Plan(
                name(given(run, "run")),
                given(profile, "profile"),
                address(given(gateway, "gateway"), "gateway"),
                addresses(services == null ? Map.of() : services),
                kafka == null ? Map.of() : kafka,
                within(given(rate, "rate"), 0.1, MAX_PER_SECOND, "rate"),
                within(given(warmUpSeconds, "warm_up_seconds"), 0, HOURS, "warm_up_seconds"),
                within(given(seconds, "seconds"), 1, HOURS, "seconds"),
                within(given(people, "people"), 0, MAX_USERS, "people"),
                folder(given(folder, "folder")),
                foreign != null && foreign);
    }

    static void known(int version) {
        if (version != VERSION) {
            throw new BadPlan("its version is %d, but must be 1".formatted(version));
        }
    }

    /** A part of the names of users and schemas. */
    static String name(String run) {
        if (!RUN.matcher(run).matches()) {
            throw new BadPlan("run must be 1 to 12 letters a-z or digits");
        }
        return run;
    }

    static <T> T given(@Nullable T value, String key) {
        if (value == null) {
            throw new BadPlan(key + " is missing");
        }
        return value;
    }

    static Map<String, List<URI>> addresses(Map<String, List<String>> services) {
        return services.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                service ->
                                        service.getValue().stream()
                                                .map(one -> address(one, "services"))
                                                .toList()));
    }

    static URI address(String text, String key) {
        return uri(text.replaceAll("/+$", ""), List.of("http", "https"))
                .filter(address -> address.getRawPath().isEmpty())
                .orElseThrow(() -> new BadPlan(key + " must be like http://127.0.0.1:8080"));
    }

    static URI redis(String text) {
        return uri(text, List.of("redis", "rediss"))
                .orElseThrow(() -> new BadPlan("redis must be like redis://127.0.0.1:6379"));
    }

    /** Empty for what is none, or has no host or another scheme. */
    private static Optional<URI> uri(String text, List<String> schemes) {
        try {
            return Optional.of(URI.create(text))
                    .filter(uri -> uri.getHost() != null && schemes.contains(uri.getScheme()));
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    static double within(double value, double least, double most, String key) {
        if (!(value >= least && value <= most)) {
            throw new BadPlan("%s must be between %s and %.0f".formatted(key, least, most));
        }
        return value;
    }

    static int within(int value, int least, int most, String key) {
        if (value < least || value > most) {
            throw new BadPlan("%s must be between %d and %d".formatted(key, least, most));
        }
        return value;
    }

    static Path folder(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException invalidPath) {
            throw new BadPlan("folder is not a path");
        }
    }
}
