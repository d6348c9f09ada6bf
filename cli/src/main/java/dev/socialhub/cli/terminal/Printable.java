package dev.socialhub.cli.terminal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Text that is safe to show on a terminal, whatever its source. */
public final class Printable {
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /**
     * The text in one line, without what would move the operator's cursor, change the window's
     * title, or turn the direction of writing.
     */
    public static String line(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().map(Printable::safe).forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /** The same, cut to a width. */
    public static String line(String text, int width) {
        String whole = line(text);
        return whole.codePointCount(0, whole.length()) <= width
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, width - 1)) + "…";
    }

    /** {@code 2026-01-31T12:00:00Z}, without fractions; a dash for none. */
    public static String time(Optional<Instant> time) {
        return time.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("-");
    }

    private static int safe(int character) {
        boolean turnsDirection =
                (character >= 0x202A && character <= 0x202E)
                        || (character >= 0x2066 && character <= 0x2069);
        boolean breaksLine = character == 0x2028 || character == 0x2029;
        return Character.isISOControl(character) || turnsDirection || breaksLine
                ? REPLACEMENT
                : character;
    }
}
