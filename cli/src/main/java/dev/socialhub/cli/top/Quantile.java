package dev.socialhub.cli.top;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Quantiles of a histogram with cumulative buckets. */
final class Quantile {
    private Quantile() {}

    /**
     * The value below which a fraction of all values lies, interpolated linearly within a bucket.
     * Beyond the last bound it is that bound: more isn't known.
     *
     * @param part such as 0.95
     * @param buckets how many values are no greater than each bound, the last one infinite
     * @return empty if there is nothing in it
     */
    static Optional<Double> of(double part, Map<Double, Double> buckets) {
        TreeMap<Double, Double> sorted = new TreeMap<>(buckets);
        if (sorted.isEmpty() || sorted.lastEntry().getValue() <= 0) {
            return Optional.empty();
        }
        double rank = part * sorted.lastEntry().getValue();
        double lowerBound = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : sorted.entrySet()) {
            double bound = bucket.getKey();
            double upTo = bucket.getValue();
            if (upTo >= rank) {
                if (Double.isInfinite(bound)) {
                    return Optional.of(lowerBound);
                }
                double within = upTo == below ? 1 : (rank - below) / (upTo - below);
                return Optional.of(lowerBound + (bound - lowerBound) * within);
            }
            lowerBound = bound;
            below = upTo;
        }
        return Optional.of(lowerBound);
    }
}
