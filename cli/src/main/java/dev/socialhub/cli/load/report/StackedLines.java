package dev.socialhub.cli.load.report;

import dev.socialhub.cli.load.report.Plot.Kind;
import dev.socialhub.cli.load.report.Plot.Line;
import dev.socialhub.cli.load.sampling.Curve.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Lines on top of each other, so that the uppermost is the sum of all. */
final class StackedLines {
    private StackedLines() {}

    static List<Line> of(List<Line> lines) {
        TreeSet<Double> seconds = new TreeSet<>();
        lines.forEach(line -> line.points().forEach(point -> seconds.add(point.second())));
        List<Double> times = List.copyOf(seconds);
        double[] below = new double[times.size()];
        List<Line> stacked = new ArrayList<>();
        for (Line line : lines) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < below.length; i++) {
                below[i] += valueAt(line.points(), times.get(i));
                points.add(new Point(times.get(i), below[i]));
            }
            stacked.add(new Line(line.name(), line.colour(), points, Kind.BAND));
        }
        return stacked;
    }

    /**
     * Interpolates linearly between its neighbours; before the first and after the last point, the
     * value is theirs.
     */
    static double valueAt(List<Point> points, double second) {
        Point before = points.getFirst();
        for (Point point : points) {
            if (point.second() >= second) {
                double between = point.second() - before.second();
                double part = between <= 0 ? 1 : (second - before.second()) / between;
                return before.value() + (point.value() - before.value()) * part;
            }
            before = point;
        }
        return before.value();
    }
}
