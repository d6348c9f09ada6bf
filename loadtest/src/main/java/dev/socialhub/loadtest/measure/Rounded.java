package dev.socialhub.loadtest.measure;

/** Figures with as many digits as they are worth. */
public final class Rounded {

    private static final double THOUSAND = 1_000.0;

    private Rounded() {}

    /** Milliseconds to the microsecond. */
    public static double millis(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
