package dev.socialhub.cli.load.result;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats figures for people: no more digits than are significant. */
public final class SignificantDigits {
    private static final String NONE = "–";

    private SignificantDigits() {}

    /** Three significant digits, or all that are before the decimal point; a dash for none. */
    public static String text(@Nullable Double value) {
        if (value == null) {
            return NONE;
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        if (size >= 100) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }

    /** A number that the operator has chosen: as it was given. */
    public static String given(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** How often something happens: {@code 199.9/s}. */
    public static String rate(@Nullable Double perSecond) {
        return perSecond == null ? NONE : String.format(Locale.ROOT, "%.1f/s", perSecond);
    }

    /** How long something takes: {@code 3.20 ms}. */
    public static String millis(@Nullable Double millis) {
        return millis == null ? NONE : text(millis) + " ms";
    }

    /** How much CPU something takes: {@code 156 µs}. */
    public static String micros(@Nullable Double micros) {
        return micros == null ? NONE : text(micros) + " µs";
    }
}
