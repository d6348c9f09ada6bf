package dev.socialhub.cli.doctor;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.terminal.Amounts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the system time is plausible, and whether the home's file system agrees with it. */
record ClockCheck(Supplier<Facts> facts) implements Check {
    private static final int MIN_YEAR = 2025;
    private static final int MAX_YEAR = 2100;

    /** File systems store times with a precision of a second or two. */
    private static final Duration MAX_DIFFERENCE = Duration.ofSeconds(5);

    /**
     * @param skew how far a file's time is ahead of the clock; empty if no file could be made
     */
    record Facts(Instant now, Optional<Duration> skew) {}

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Finding examine() {
        Facts clock = facts.get();
        Instant now = clock.now();
        int year = now.atZone(ZoneOffset.UTC).getYear();
        if (year < MIN_YEAR || year > MAX_YEAR) {
            // Tokens would be expired, or valid for ever, as soon as the clock is corrected.
            return Finding.fail("the clock is set to " + now, "`sudo timedatectl set-ntp true`");
        }
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        Duration skew = clock.skew().orElse(Duration.ZERO);
        if (skew.abs().compareTo(MAX_DIFFERENCE) > 0) {
            return Finding.warn(
                    "it is %s, but new files in the home folder are dated %s %s"
                            .formatted(
                                    time,
                                    Amounts.duration(skew.abs().truncatedTo(ChronoUnit.SECONDS)),
                                    skew.isNegative() ? "earlier" : "later"),
                    "synchronize both clocks (`sudo timedatectl set-ntp true` here and on the file"
                            + " server), or set SOCIALHUB_HOME to a local folder");
        }
        return Finding.ok("it is " + time + (clock.skew().isPresent() ? ", and files agree" : ""));
    }
}
