package dev.socialhub.cli.load;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.load.profile.LoadProfiles;
import dev.socialhub.cli.load.result.SignificantDigits;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Table;
import dev.socialhub.loadtest.format.ProbeOutcome;
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
     * The result of one probe.
     *
     * @param says what it does
     * @param perSecond operations that completed; null if none did
     * @param cpuMicros that one costs the process in the role of the service; null likewise
     * @param postgresMicros that one costs PostgreSQL; null where it has no part
     * @param skipped why it wasn't measured; null if it was
     */
    @JsonPropertyOrder({
        "probe",
        "says",
        "operations",
        "perSecond",
        "cpuMicros",
        "postgresMicros",
        "skipped"
    })
    record Probed(
            String probe,
            String says,
            long operations,
            @Nullable Double perSecond,
            @Nullable Double cpuMicros,
            @Nullable Double postgresMicros,
            @Nullable String skipped) {

        static Probed of(ProbeOutcome.Figure figure, LoadProfiles profiles) {
            return new Probed(
                    figure.probe(),
                    profiles.probe(figure.probe()).says(),
                    figure.operations(),
                    figure.perSecond(),
                    figure.cpuMicros(),
                    figure.postgresMicros(),
                    figure.skipped());
        }
    }

    static CalibrationReport of(LoadProfiles profiles, List<ProbeOutcome.Figure> figures) {
        return new CalibrationReport(
                VERSION, figures.stream().map(figure -> Probed.of(figure, profiles)).toList());
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
            table.row(
                    one.probe(),
                    rate(one.perSecond()),
                    SignificantDigits.micros(one.cpuMicros()),
                    SignificantDigits.micros(one.postgresMicros()),
                    one.skipped() == null
                            ? one.says()
                            : "skipped: " + Printable.line(one.skipped(), 120));
        }
        return table.render();
    }

    private static String rate(@Nullable Double perSecond) {
        return perSecond == null ? "–" : SignificantDigits.rate(perSecond);
    }
}
