package dev.socialhub.cli.load.report;

import dev.socialhub.cli.load.report.Plot.Axis;
import dev.socialhub.cli.load.report.Plot.Kind;
import dev.socialhub.cli.load.report.Plot.Line;
import dev.socialhub.cli.load.report.Plot.Scale;
import dev.socialhub.cli.load.result.LoadRun;
import dev.socialhub.cli.load.result.LoadRun.OperationResult;
import dev.socialhub.cli.load.sampling.Curve;
import dev.socialhub.cli.load.sampling.Curve.Point;
import dev.socialhub.cli.load.sampling.Figure;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.loadtest.format.Outcome.Second;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The charts of a run; charts without data are left out. */
final class Charts {
    private static final Axis MILLIS = new Axis("ms", Scale.ANY, AxisTicks::text);
    private static final Axis BYTES =
            new Axis(
                    "",
                    Scale.BYTES,
                    value -> value == 0 ? "0" : Amounts.bytes((long) value).replace(".0 ", " "));

    private final LoadRun run;
    private final Palette palette;
    private final StringBuilder html = new StringBuilder();

    /** A percentile of one second, if an operation succeeded in it. */
    private interface Percentile {
        @Nullable Double of(Second second);
    }

    Charts(LoadRun run) {
        this.run = run;
        this.palette = Palette.of(run);
    }

    String html() {
        run.operations().forEach(this::percentiles);
        requests();
        stacked(Figure.CPU, "CPU", new Axis("cores", Scale.ANY, AxisTicks::text));
        stacked(Figure.MEMORY, "Memory", BYTES);
        lines(Figure.LAG, "Events not handled yet", count("events"));
        lines(Figure.OUTBOX, "Events not sent yet", count("events"));
        lines(Figure.HEAP, "Heap", BYTES);
        lines(
                Figure.GC,
                "Pauses for garbage collection",
                new Axis("% of the time", Scale.ANY, value -> AxisTicks.text(value * 100)));
        lines(Figure.POOL_ACTIVE, "Database connections in use", count("connections"));
        lines(Figure.POOL_PENDING, "Threads waiting for a connection", count("threads"));
        lines(Figure.HASHING, "Passwords being hashed", count("passwords"));
        lines(Figure.HASHING_QUEUED, "Passwords waiting to be hashed", count("passwords"));
        return html.toString();
    }

    private void percentiles(OperationResult operation) {
        List<Line> lines = new ArrayList<>();
        List<Second> series = whole(operation);
        add(lines, "p50", "p50", points(series, Second::p50));
        add(lines, "p95", "p95", points(series, Second::p95));
        add(lines, "p99", "p99", points(series, Second::p99));
        figure("Response times of " + operation.operation(), lines, MILLIS);
    }

    private void requests() {
        Map<Integer, double[]> seconds = new TreeMap<>();
        double offered = 0;
        for (OperationResult operation : run.operations()) {
            offered += operation.offeredPerSecond();
            for (Second second : whole(operation)) {
                double[] sums = seconds.computeIfAbsent(second.second(), _ -> new double[2]);
                sums[0] += second.succeeded();
                sums[1] += second.failed();
            }
        }
        if (seconds.isEmpty()) {
            return;
        }
        double all = offered;
        List<Line> lines = new ArrayList<>();
        List<Point> wanted = new ArrayList<>();
        List<Point> achieved = new ArrayList<>();
        List<Point> failed = new ArrayList<>();
        seconds.forEach((second, sums) -> {
            wanted.add(new Point(second, all));
            achieved.add(new Point(second, sums[0]));
            failed.add(new Point(second, sums[1]));
        });
        lines.add(new Line("achieved", "good", achieved, Kind.SOLID));
        lines.add(new Line("failed", "bad", failed, Kind.SOLID));
        lines.add(new Line("offered", "ink", wanted, Kind.DASHED));
        figure("Requests", lines, new Axis("per second", Scale.ANY, AxisTicks::text));
    }

    /** Without the last answers, which fall into an incomplete second. */
    private List<Second> whole(OperationResult operation) {
        double last = Math.floor(run.offered().measuredSeconds());
        return operation.series().stream().filter(it -> it.second() < last).toList();
    }

    /** A stacked chart: the busiest processes by name, the others as one. */
    private void stacked(Figure figure, String title, Axis axis) {
        List<Line> lines = new ArrayList<>();
        List<Line> others = new ArrayList<>();
        for (Curve curve : curves(figure)) {
            String colour = palette.colour(curve.of());
            Line line = new Line(curve.of(), colour, curve.points(), Kind.SOLID);
            (colour.equals(Palette.REST) ? others : lines).add(line);
        }
        lines.sort((one, other) -> one.colour().compareTo(other.colour()));
        if (others.size() == 1) {
            lines.addAll(others);
        } else if (!others.isEmpty()) {
            List<Point> sum = StackedLines.of(others).getLast().points();
            lines.add(new Line(others.size() + " others", Palette.REST, sum, Kind.SOLID));
        }
        figure(title, StackedLines.of(lines), axis);
    }

    private void lines(Figure figure, String title, Axis axis) {
        List<Line> lines = new ArrayList<>();
        int of = 0;
        boolean something = false;
        for (Curve curve : curves(figure)) {
            // Consumer groups are no processes, and have no colour assigned.
            String colour = figure == Figure.LAG ? "c" + of++ % 7 : palette.colour(curve.of());
            lines.add(new Line(curve.of(), colour, curve.points(), Kind.SOLID));
            something |= curve.points().stream().anyMatch(point -> point.value() > 0);
        }
        // A chart without any value above zero is not worth showing.
        if (something) {
            figure(title, lines, axis);
        }
    }

    private void figure(String title, List<Line> lines, Axis axis) {
        if (lines.isEmpty()) {
            return;
        }
        html.append("<figure><figcaption>")
                .append(ReportHtml.text(title))
                .append("</figcaption>\n")
                .append(new Plot(lines, axis).svg(title))
                .append("</figure>\n");
    }

    private List<Curve> curves(Figure figure) {
        return run.curves().stream()
                .filter(curve -> curve.figure().equals(figure.label()))
                .filter(curve -> !curve.points().isEmpty())
                .toList();
    }

    private static void add(List<Line> lines, String name, String colour, List<Point> points) {
        if (!points.isEmpty()) {
            lines.add(new Line(name, colour, points, Kind.SOLID));
        }
    }

    private static List<Point> points(List<Second> series, Percentile value) {
        List<Point> points = new ArrayList<>();
        for (Second second : series) {
            Double known = value.of(second);
            if (known != null) {
                points.add(new Point(second.second(), known));
            }
        }
        return points;
    }

    private static Axis count(String unit) {
        return new Axis(unit, Scale.WHOLE, AxisTicks::text);
    }
}
