package dev.socialhub.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/** Formats amounts for people. */
public final class Amounts {
    private Amounts() {}

    /** {@code 512 B}, {@code 12.3 MB}, {@code 1.2 GB}; powers of 1,024. */
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double amount = bytes;
        int unit = -1;
        while (amount >= 1023.95 && unit < 4) {
            amount /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %sB", amount, "KMGTP".charAt(unit));
    }

    /** {@code 4.2 s}, {@code 15 s}, {@code 3m 05s}, {@code 2h 03m}, {@code 5d 01h}. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60 && duration.toMillisPart() == 0) {
            return seconds + " s";
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%dm %02ds", seconds / 60, seconds % 60);
        }
        if (seconds < 86_400) {
            return String.format(
                    Locale.ROOT, "%dh %02dm", duration.toHours(), duration.toMinutesPart());
        }
        return String.format(Locale.ROOT, "%dd %02dh", duration.toDays(), duration.toHoursPart());
    }
}
