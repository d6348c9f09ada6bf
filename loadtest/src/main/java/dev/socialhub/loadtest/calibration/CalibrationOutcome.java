package dev.socialhub.loadtest.calibration;

import dev.socialhub.loadtest.measure.SignificantFigures;
import dev.socialhub.loadtest.probe.Cost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a calibration has found, as it is written. */
record CalibrationOutcome(int version, String run, List<Figure> probes) {

    static final int VERSION = 1;

    private static final double MICRO = 1_000.0;

    CalibrationOutcome {
        probes = List.copyOf(probes);
    }

    /**
     * A probe's.
     *
     * @param perSecond operations that were done
     * @param cpuMicros that one costs the side that plays the service; null if none was done
     * @param postgresMicros that one costs PostgreSQL; null where it has no part
     * @param skipped why it wasn't measured; null if it was
     */
    record Figure(
            String probe,
            long operations,
            @Nullable Double perSecond,
            @Nullable Double cpuMicros,
            @Nullable Double postgresMicros,
            @Nullable String skipped) {

        static Figure of(String probe, Cost cost) {
            if (cost.operations() == 0) {
                return skipped(probe, "no operation was done in time");
            }
            Long other = cost.otherNanos();
            return new Figure(
                    probe,
                    cost.operations(),
                    SignificantFigures.toThousandths(cost.operations() / cost.seconds()),
                    microsPerOperation(cost.cpuNanos(), cost),
                    other == null ? null : (Double) microsPerOperation(other, cost),
                    null);
        }

        static Figure skipped(String probe, String reason) {
            return new Figure(probe, 0, null, null, null, reason);
        }

        private static double microsPerOperation(long nanos, Cost cost) {
            return SignificantFigures.toThousandths(nanos / MICRO / cost.operations());
        }
    }
}
