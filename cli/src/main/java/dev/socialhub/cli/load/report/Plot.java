package dev.socialhub.cli.load.report;

import dev.socialhub.cli.load.sampling.Curve.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines over time, each named at its end. The vertical axis begins at zero. */
final class Plot {
    static final double WIDTH = 520;
    static final double HEIGHT = 250;
    private static final double LEFT = 58;
    private static final double RIGHT = WIDTH - 104;
    private static final double TOP = 24;
    private static final double BOTTOM = HEIGHT - 36;
    private static final double LINE = 15;
    private static final int TICKS = 4;

    private final List<Line> lines;
    private final Axis axis;
    private final double first;
    private final double last;
    private final List<Double> ticks;

    /**
     * @param lines with one point or more each
     */
    Plot(List<Line> lines, Axis axis) {
        this.lines = List.copyOf(lines);
        this.axis = axis;
        this.first = seconds().min(Comparator.naturalOrder()).orElse(0.0);
        this.last = Math.max(first + 1, seconds().max(Comparator.naturalOrder()).orElse(1.0));
        double most = lines.stream().mapToDouble(Line::maximum).max().orElse(0);
        this.ticks = axis.ticks(most, TICKS);
    }

    /**
     * One line.
     *
     * @param colour the name of a colour of the page; what lies under a band is filled
     */
    record Line(String name, String colour, List<Point> points, Kind kind) {
        Line {
            points = List.copyOf(points);
        }

        double maximum() {
            return points.stream().mapToDouble(Point::value).max().orElse(0);
        }
    }

    /** How a line is drawn. */
    enum Kind {
        SOLID,
        DASHED,
        BAND
    }

    /** The ticks that an axis may have. */
    enum Scale {
        ANY,
        WHOLE,
        BYTES
    }

    /**
     * The vertical axis.
     *
     * @param unit above it
     * @param text of a value
     */
    record Axis(String unit, Scale scale, DoubleFunction<String> text) {
        List<Double> ticks(double most, int wanted) {
            return switch (scale) {
                case ANY -> AxisTicks.fromZero(most, wanted);
                case WHOLE -> AxisTicks.fromZero(Math.max(most, wanted), wanted);
                case BYTES -> AxisTicks.bytes(most, wanted);
            };
        }
    }

    /** The chart; {@code title} is for readers who can't see it. */
    String svg(String title) {
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">\n"
                        .formatted(
                                ReportHtml.at(WIDTH),
                                ReportHtml.at(HEIGHT),
                                ReportHtml.text(title)));
        warmUp(svg);
        grid(svg);
        draw(svg);
        names(svg);
        return svg.append("</svg>\n").toString();
    }

    private void warmUp(StringBuilder svg) {
        if (first < 0) {
            double end = x(Math.min(0, last));
            svg.append(
                    "<rect class=\"before\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                            .formatted(
                                    ReportHtml.at(LEFT),
                                    ReportHtml.at(TOP),
                                    ReportHtml.at(end - LEFT),
                                    ReportHtml.at(BOTTOM - TOP)));
            if (end - LEFT > 52) {
                svg.append(text("faint", "middle", (LEFT + end) / 2, TOP + 12, "warm-up"));
            }
        }
    }

    private void grid(StringBuilder svg) {
        svg.append(text("faint", "start", 2, 12, axis.unit()));
        for (double tick : ticks) {
            double y = y(tick);
            svg.append(
                    "<path class=\"%s\" d=\"M%s %sH%s\"/>\n"
                            .formatted(
                                    tick == 0 ? "axis" : "grid",
                                    ReportHtml.at(LEFT),
                                    ReportHtml.at(y),
                                    ReportHtml.at(RIGHT)));
            svg.append(text("tick", "end", LEFT - 6, y + 4, axis.text().apply(tick)));
        }
        for (double tick : AxisTicks.seconds(first, last, 6)) {
            svg.append(
                    "<path class=\"axis\" d=\"M%s %sv4\"/>\n"
                            .formatted(ReportHtml.at(x(tick)), ReportHtml.at(BOTTOM)));
            String label = ReportHtml.at(tick).replace("-", "−");
            svg.append(text("tick", "middle", x(tick), BOTTOM + 17, label));
        }
        svg.append(text("faint", "end", RIGHT, HEIGHT - 3, "seconds"));
    }

    private void draw(StringBuilder svg) {
        // The uppermost band is filled first, down to zero; the lower ones cover it.
        for (Line line : lines.reversed()) {
            if (line.kind() == Kind.BAND) {
                Point begin = line.points().getFirst();
                Point end = line.points().getLast();
                svg.append(
                        "<path class=\"band\" fill=\"var(--%s)\" d=\"%sL%s %sH%sZ\"/>\n"
                                .formatted(
                                        line.colour(),
                                        path(line.points()),
                                        ReportHtml.at(x(end.second())),
                                        ReportHtml.at(BOTTOM),
                                        ReportHtml.at(x(begin.second()))));
            }
        }
        for (Line line : lines) {
            if (line.kind() != Kind.BAND) {
                svg.append(
                        "<path class=\"%s\" stroke=\"var(--%s)\" d=\"%s\"/>\n"
                                .formatted(
                                        line.kind() == Kind.DASHED ? "line dashed" : "line",
                                        line.colour(),
                                        path(line.points())));
            }
        }
    }

    private void names(StringBuilder svg) {
        List<Labels.Wanted> wanted = new ArrayList<>();
        double below = 0;
        for (Line line : lines) {
            double value = line.points().getLast().value();
            // A band is named in its middle.
            double at = line.kind() == Kind.BAND ? (value + below) / 2 : value;
            wanted.add(new Labels.Wanted(line.name(), line.colour(), y(at)));
            below = value;
        }
        for (Labels.Placed placed : Labels.place(wanted, LINE, TOP + 4, BOTTOM)) {
            Labels.Wanted label = placed.wanted();
            svg.append(
                    "<path class=\"leader\" stroke=\"var(--%s)\" d=\"M%s %sL%s %s\"/>\n"
                            .formatted(
                                    label.colour(),
                                    ReportHtml.at(RIGHT + 1),
                                    ReportHtml.at(label.y()),
                                    ReportHtml.at(RIGHT + 9),
                                    ReportHtml.at(placed.y())));
            svg.append(text("name", "start", RIGHT + 12, placed.y() + 4, label.name()));
        }
    }

    private String path(List<Point> points) {
        return points.stream()
                .map(point ->
                        ReportHtml.at(x(point.second())) + " " + ReportHtml.at(y(point.value())))
                .collect(Collectors.joining("L", "M", ""));
    }

    private double x(double second) {
        return LEFT + (second - first) / (last - first) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - value / ticks.getLast() * (BOTTOM - TOP);
    }

    private Stream<Double> seconds() {
        return lines.stream().flatMap(line -> line.points().stream()).map(Point::second);
    }

    private static String text(String kind, String anchor, double x, double y, String text) {
        return "<text class=\"%s\" text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
                .formatted(kind, anchor, ReportHtml.at(x), ReportHtml.at(y), ReportHtml.text(text));
    }
}
