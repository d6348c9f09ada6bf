package dev.socialhub.cli.load.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run beside others of its profile.
 *
 * @param bases the ids of the runs it is compared with
 * @param warnings the conditions in which they differ
 * @param figures each that both runs have
 */
@JsonPropertyOrder({"bases", "warnings", "figures"})
public record RunComparison(List<String> bases, List<String> warnings, List<Figure> figures) {
    public RunComparison {
        bases = List.copyOf(bases);
        warnings = List.copyOf(warnings);
        figures = List.copyOf(figures);
    }

    /**
     * One figure of one operation.
     *
     * @param base the median of the bases
     * @param ratio {@code measured} to {@code base}
     * @param noise half the distance between the extremes of similar runs, as a fraction of their
     *     median; null if there are fewer than three
     * @param runs the number of similar runs
     */
    @JsonPropertyOrder({"operation", "figure", "measured", "base", "ratio", "noise", "runs"})
    public record Figure(
            String operation,
            String figure,
            double measured,
            double base,
            double ratio,
            @Nullable Double noise,
            int runs) {}
}
