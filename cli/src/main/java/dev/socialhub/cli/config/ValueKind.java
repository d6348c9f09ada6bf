package dev.socialhub.cli.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form that a value must have, derived from the form of the default. */
enum ValueKind {
    TRUTH("true or false", matches("true|false"), matches("(?i)true|false")),
    NUMBER("a whole number", matches("\\d+"), matches("\\d{1,18}")),
    DURATION(
            "a duration such as 500ms, 30s or 15m",
            matches("\\d+(ns|us|ms|s|m|h|d)"),
            matches("\\d{1,18}(ns|us|ms|s|m|h|d)|P[0-9TDHMS.]+")),
    SIZE(
            "a size such as 64KB or 1MB",
            matches("\\d+(B|KB|MB|GB)"),
            matches("(?i)\\d{1,18}(B|KB|MB|GB)?")),
    LEVEL(
            "one of TRACE, DEBUG, INFO, WARN, ERROR, OFF",
            matches("INFO"),
            matches("(?i)TRACE|DEBUG|INFO|WARN|ERROR|OFF")),
    URLS(
            "addresses such as http://host:5000, separated by commas",
            text -> text.contains("://"),
            text -> each(text, ValueKind::isUrl)),
    BROKERS(
            "host:port, separated by commas",
            matches("[^/:]+:\\d+"),
            text -> each(text, matches("[^/:\\s]+:\\d{1,5}")));

    private final String expected;
    private final Predicate<String> isDefaultOf;
    private final Predicate<String> accepts;

    ValueKind(String expected, Predicate<String> isDefaultOf, Predicate<String> accepts) {
        this.expected = expected;
        this.isDefaultOf = isDefaultOf;
        this.accepts = accepts;
    }

    /** Empty where the default doesn't determine a form. */
    static Optional<ValueKind> of(@Nullable String byDefault) {
        return byDefault == null
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(kind -> kind.isDefaultOf.test(byDefault))
                        .findFirst();
    }

    boolean accepts(String value) {
        return accepts.test(value.strip());
    }

    /** What to give instead, such as {@code a whole number}. */
    String expected() {
        return expected;
    }

    private static Predicate<String> matches(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static boolean each(String text, Predicate<String> accepts) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).allMatch(accepts);
    }

    private static boolean isUrl(String text) {
        try {
            // A JDBC address has a prefix before the database's scheme.
            URI address = new URI(text.startsWith("jdbc:") ? text.substring(5) : text);
            return address.getScheme() != null && address.getAuthority() != null;
        } catch (URISyntaxException wrong) {
            return false;
        }
    }
}
