package dev.socialhub.loadtest.measure;

/** Rounds measured figures. */
public final class Rounding {

    private static final double THOUSAND = 1_000.0;

    private Rounding() {}

    /** To a thousandth: milliseconds to the microsecond. */
    public static double toThousandths(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
