package dev.socialhub.cli.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.load.report.Labels.Wanted;
import dev.socialhub.cli.load.report.Plot.Axis;
import dev.socialhub.cli.load.report.Plot.Kind;
import dev.socialhub.cli.load.report.Plot.Line;
import dev.socialhub.cli.load.report.Plot.Scale;
import dev.socialhub.cli.load.sampling.Curve.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {
    private static final Axis MILLIS = new Axis("ms", Scale.ANY, AxisTicks::text);

    @Test
    void drawsALineFromZeroToTheTopOfItsAxis() {
        Line line = new Line("p50", "p50", List.of(new Point(0, 0), new Point(10, 8)), Kind.SOLID);
        assertThat(new Plot(List.of(line), MILLIS).svg("Times"))
                .startsWith("<svg viewBox=\"0 0 520 250\" role=\"img\" aria-label=\"Times\">\n")
                .contains("<path class=\"line\" stroke=\"var(--p50)\" d=\"M58 214L416 24\"/>")
                .contains("<text class=\"tick\" text-anchor=\"end\" x=\"52\" y=\"28\">8</text>")
                .contains(
                        "<text class=\"name\" text-anchor=\"start\" x=\"428\" y=\"32\">p50</text>")
                .doesNotContain("warm-up");
    }

    @Test
    void theWarmUpIsShaded() {
        Line line = new Line("a", "c0", List.of(new Point(-5, 1), new Point(5, 1)), Kind.SOLID);
        assertThat(new Plot(List.of(line), MILLIS).svg("Times"))
                .contains("<rect class=\"before\" x=\"58\" y=\"24\" width=\"179\" height=\"190\"/>")
                .contains(">warm-up</text>")
                .contains(">−4</text>");
    }

    @Test
    void ticksAreRoundAndEndAboveTheGreatest() {
        assertThat(AxisTicks.fromZero(9, 4)).containsExactly(0.0, 2.5, 5.0, 7.5, 10.0);
        assertThat(AxisTicks.fromZero(0.31, 4)).last().isEqualTo(0.4);
        assertThat(AxisTicks.fromZero(0, 4)).first().isEqualTo(0.0);
        assertThat(AxisTicks.bytes(300L << 20, 4)).last().isEqualTo((double) (384L << 20));
        assertThat(AxisTicks.seconds(-15, 60, 6))
                .containsExactly(-15.0, 0.0, 15.0, 30.0, 45.0, 60.0);
        assertThat(AxisTicks.text(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(AxisTicks.text(6000)).isEqualTo("6000");
    }

    @Test
    void namesNeverCoverEachOther() {
        List<Labels.Placed> placed =
                Labels.place(
                        List.of(
                                new Wanted("a", "c0", 100),
                                new Wanted("b", "c1", 101),
                                new Wanted("c", "c2", 20)),
                        14,
                        10,
                        102);
        assertThat(placed).extracting(Labels.Placed::y).containsExactly(20.0, 88.0, 102.0);
    }

    @Test
    void stackedLinesAddUp() {
        List<Line> stacked =
                StackedLines.of(
                        List.of(
                                new Line(
                                        "a",
                                        "c0",
                                        List.of(new Point(0, 1), new Point(2, 3)),
                                        Kind.SOLID),
                                new Line(
                                        "b",
                                        "c1",
                                        List.of(new Point(0, 1), new Point(1, 1), new Point(2, 1)),
                                        Kind.SOLID)));
        assertThat(stacked.getLast().points())
                .containsExactly(new Point(0, 2), new Point(1, 3), new Point(2, 4));
    }
}
