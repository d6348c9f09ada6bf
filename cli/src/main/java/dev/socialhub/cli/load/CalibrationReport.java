package dev.socialhub.cli.load;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.load.generator.ProbeOutcome;
import dev.socialhub.cli.load.profile.Profiles;
import dev.socialhub.cli.load.result.Numbers;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document of {@code load calibrate}. */
@JsonPropertyOrder({"version", "probes"})
record CalibrationReport(int version, List<Probed> probes) {
    private static final int VERSION = 1;

    CalibrationReport {
        probes = List.copyOf(probes);
    }

    /**
     * What one probe has found.
     *
     * @param says what it does
     */
    @JsonPropertyOrder({"says", "figure"})
    record Probed(String says, ProbeOutcome.Figure figure) {}

    static CalibrationReport of(Profiles profiles, List<ProbeOutcome.Figure> figures) {
        return new CalibrationReport(
                VERSION,
                figures.stream()
                        .map(figure -> new Probed(profiles.probe(figure.probe()).says(), figure))
                        .toList());
    }

    String table() {
        Table table =
                new Table()
                        .text("PROBE")
                        .number("RATE")
                        .number("CPU/OP")
                        .number("POSTGRES")
                        .text("WHAT");
        for (Probed one : probes) {
            ProbeOutcome.Figure figure = one.figure();
            table.row(
                    figure.probe(),
                    rate(figure.perSecond()),
                    Summary.micros(figure.cpuMicros()),
                    Summary.micros(figure.postgresMicros()),
                    figure.skipped() == null
                            ? one.says()
                            : "skipped: " + Printable.line(figure.skipped(), 120));
        }
        return table.render();
    }

    private static String rate(@Nullable Double perSecond) {
        return perSecond == null ? "–" : Numbers.rate(perSecond);
    }
}
