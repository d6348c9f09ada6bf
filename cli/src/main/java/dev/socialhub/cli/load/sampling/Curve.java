package dev.socialhub.cli.load.sampling;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * How one figure of one process or group changed over time.
 *
 * @param figure such as {@code cpu}
 * @param of the process or group
 * @param unit of the values
 */
@JsonPropertyOrder({"figure", "of", "unit", "points"})
public record Curve(String figure, String of, String unit, List<Point> points) {
    public Curve {
        points = List.copyOf(points);
    }

    /**
     * One value.
     *
     * @param second since the measured part began; negative in the warm-up
     */
    @JsonPropertyOrder({"second", "value"})
    public record Point(double second, double value) {}
}
