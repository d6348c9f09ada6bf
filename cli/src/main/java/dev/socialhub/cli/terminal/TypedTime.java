package dev.socialhub.cli.terminal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as operators type it: ISO-8601, or an age such as {@code 90s}, {@code 1h}, {@code 7d}. */
public final class TypedTime {
    private static final Pattern AGE = Pattern.compile("(\\d{1,9})([smhd])");
    private static final Instant MAX_TIME = Instant.parse("9999-12-31T23:59:59Z");
    private static final Duration MAX_DURATION = Duration.ofDays(36_500);

    private TypedTime() {}

    /**
     * Parses a time. One before 1970 counts as 1970, which is before anything was written: negative
     * times have other meanings for Kafka.
     *
     * @return from the epoch to the end of the year 9999
     * @throws OperatorError (wrong usage) if it is no time
     */
    public static Instant parse(String text, Clock clock) {
        try {
            Instant time = time(text, clock);
            if (time.isAfter(MAX_TIME)) {
                throw new DateTimeException("after the year 9999");
            }
            return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
        } catch (DateTimeException | ArithmeticException notOne) {
            throw usageError(text, notOne);
        }
    }

    private static Instant time(String text, Clock clock) {
        Matcher age = AGE.matcher(text);
        if (age.matches()) {
            return clock.instant().minus(duration(age));
        }
        if (text.length() == "2026-01-31".length()) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    /**
     * Parses a duration, such as {@code 90s}; a hundred years at most, which still fit a number of
     * nanoseconds.
     *
     * @throws OperatorError (wrong usage) if it is no duration
     */
    public static Duration length(String text) {
        Matcher age = AGE.matcher(text);
        if (!age.matches()) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "'" + Printable.line(text) + "' isn't a duration",
                    "give one such as 90s, 15m, 1h or 7d");
        }
        Duration length = duration(age);
        if (length.compareTo(MAX_DURATION) > 0) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "'" + text + "' is too long",
                    "give at most " + MAX_DURATION.toDays() + "d");
        }
        return length;
    }

    private static Duration duration(Matcher age) {
        long amount = Long.parseLong(age.group(1));
        return switch (age.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static OperatorError usageError(String text, Exception cause) {
        return new OperatorError(
                ExitCode.WRONG_USAGE,
                "'" + Printable.line(text) + "' isn't a time",
                "give one such as 2026-01-31T12:00:00Z, or an age such as 90s, 1h or 7d",
                cause);
    }
}
