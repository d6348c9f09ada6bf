package dev.socialhub.loadtest.measure;

/** Figures with as many digits as they are worth. */
public final class SignificantFigures {

    private static final double THOUSAND = 1_000.0;

    private SignificantFigures() {}

    /** To a thousandth: milliseconds to the microsecond. */
    public static double toThousandths(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
