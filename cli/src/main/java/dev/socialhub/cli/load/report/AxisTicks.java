package dev.socialhub.cli.load.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis. */
final class AxisTicks {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final double[] BINARY = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024};
    private static final double[] SECONDS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600};

    private AxisTicks() {}

    /** A tick's number, without the digits of rounding errors. */
    static String text(double tick) {
        BigDecimal digits = new BigDecimal(tick, new MathContext(6)).stripTrailingZeros();
        return digits.signum() == 0 ? "0" : digits.toPlainString();
    }

    /** From zero to the first that is no less than the greatest value; about as many as wanted. */
    static List<Double> fromZero(double greatest, int wanted) {
        double most = greatest > 0 ? greatest : 1;
        double power = Math.pow(10, Math.floor(Math.log10(most / wanted)));
        return upTo(most, step(most / wanted, power, ROUND));
    }

    /** The same for bytes, in powers of two. */
    static List<Double> bytes(double greatest, int wanted) {
        double most = greatest > 0 ? greatest : 1;
        double power = Math.pow(1024, Math.floor(Math.log(most / wanted) / Math.log(1024)));
        return upTo(most, step(most / wanted, power, BINARY));
    }

    /** Within a time span; zero is always among them if it is within the span. */
    static List<Double> seconds(double first, double last, int wanted) {
        double step = step((last - first) / wanted, 1, SECONDS);
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(first / step) * step; tick <= last; tick += step) {
            // There is no tick for minus zero.
            ticks.add(tick + 0.0);
        }
        return ticks;
    }

    private static double step(double least, double power, double[] steps) {
        for (double step : steps) {
            if (step * power >= least) {
                return step * power;
            }
        }
        return Math.ceil(least / steps[steps.length - 1]) * steps[steps.length - 1] * power;
    }

    private static List<Double> upTo(double most, double step) {
        List<Double> ticks = new ArrayList<>();
        // At most a little less than a whole step may lie above the greatest value.
        int steps = (int) Math.ceil(most / step - 1e-9);
        for (int tick = 0; tick <= steps; tick++) {
            ticks.add(tick * step);
        }
        return ticks;
    }
}
