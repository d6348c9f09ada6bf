package dev.socialhub.cli.load.report;

import dev.socialhub.cli.load.profile.LoadProfile;
import dev.socialhub.cli.load.result.GoalVerdict;
import dev.socialhub.cli.load.result.LoadRun.OperationResult;
import dev.socialhub.cli.load.result.LoadRun;
import dev.socialhub.cli.load.result.SignificantDigits;
import dev.socialhub.loadtest.format.Outcome;
import dev.socialhub.loadtest.format.ProbeOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run as one page that needs nothing else: no script, no font, no picture from elsewhere. */
public final class ReportPage {
    private static final String STYLE = "/load/report.css";

    private final LoadRun run;
    private final StringBuilder html = new StringBuilder();

    private ReportPage(LoadRun run) {
        this.run = run;
    }

    /** The whole page. */
    public static String of(LoadRun run) {
        return new ReportPage(run).html();
    }

    private String html() {
        String verdict = run.verdict().name();
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
                .append(ReportHtml.text(run.profile() + ": " + verdict + ", " + run.began()))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n");
        header(verdict);
        operations();
        html.append(new GoalBars(run).html());
        findings();
        floors();
        html.append("<section class=\"charts\">\n")
                .append(new Charts(run).html())
                .append("</section>\n");
        html.append(new RunContext(run).html());
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void header(String verdict) {
        html.append("<header>\n<p class=\"kind\">Load run on ")
                .append(ReportHtml.text(run.platform().name()))
                .append("</p>\n<h1>")
                .append(ReportHtml.text(run.profile()))
                .append(" <span class=\"verdict %s\">%s</span></h1>\n".formatted(verdict, verdict))
                .append("<p>")
                .append(ReportHtml.text(offered()))
                .append("</p>\n");
        list("reasons", run.reasons());
        list("warnings", run.warnings());
        html.append("</header>\n");
    }

    private String offered() {
        LoadRun.Offered offered = run.offered();
        return "%s/s offered for %d s after %d s of warm-up, by %d users. Measured from %s to %s."
                .formatted(
                        SignificantDigits.given(offered.rate()),
                        offered.seconds(),
                        offered.warmUpSeconds(),
                        offered.people(),
                        moment(run.began()),
                        moment(run.ended()));
    }

    private void list(String kind, List<String> lines) {
        if (!lines.isEmpty()) {
            html.append("<ul class=\"").append(kind).append("\">\n");
            lines.forEach(
                    line -> html.append("<li>").append(ReportHtml.text(line)).append("</li>\n"));
            html.append("</ul>\n");
        }
    }

    private void operations() {
        HtmlTable table =
                new HtmlTable()
                        .text("operation")
                        .number("target")
                        .number("offered")
                        .number("achieved")
                        .number("errors")
                        .number("p50")
                        .number("p95")
                        .number("p99")
                        .number("longest")
                        .number("CPU per operation")
                        .number("R")
                        .number("E")
                        .text("verdict");
        for (OperationResult one : run.operations()) {
            Outcome.Millis millis = one.millis();
            table.row(
                    one.operation(),
                    one.counted() ? target(run.target()) : "–",
                    SignificantDigits.rate(one.offeredPerSecond()),
                    SignificantDigits.rate(one.achievedPerSecond()),
                    Long.toString(one.failed()),
                    SignificantDigits.millis(millis == null ? null : (Double) millis.p50()),
                    SignificantDigits.millis(millis == null ? null : (Double) millis.p95()),
                    SignificantDigits.millis(millis == null ? null : (Double) millis.p99()),
                    SignificantDigits.millis(millis == null ? null : (Double) millis.max()),
                    micros(one.cpuMicros()),
                    SignificantDigits.text(one.budgetRatio()),
                    SignificantDigits.text(one.efficiency()),
                    one.verdict().name());
        }
        html.append(table.html());
        html.append("<p class=\"note\">R is the CPU of an operation as a fraction of what two")
                .append(" cores provide at the target rate; E is its lowest possible cost as")
                .append(" a fraction of its actual cost.</p>\n");
    }

    private void floors() {
        if (run.probes().isEmpty()) {
            return;
        }
        HtmlTable table =
                new HtmlTable()
                        .text("probe")
                        .number("done")
                        .number("CPU per operation")
                        .number("PostgreSQL per operation")
                        .text("skipped");
        for (ProbeOutcome.Figure one : run.probes()) {
            table.row(
                    one.probe(),
                    one.perSecond() == null ? "–" : SignificantDigits.rate(one.perSecond()),
                    micros(one.cpuMicros()),
                    micros(one.postgresMicros()),
                    one.skipped() == null ? "" : one.skipped());
        }
        html.append("<h2>Lowest possible cost</h2>\n").append(table.html());
    }

    private static String micros(@Nullable Double micros) {
        return micros == null ? "–" : SignificantDigits.text(micros) + " µs";
    }

    private void findings() {
        if (run.findings().isEmpty()) {
            return;
        }
        HtmlTable table =
                new HtmlTable()
                        .text("finding")
                        .number("measured")
                        .number("allowed")
                        .text("unit")
                        .text("verdict");
        run.findings()
                .forEach(one ->
                        table.row(
                                one.name(),
                                SignificantDigits.text(one.measured()),
                                SignificantDigits.given(one.allowed()),
                                one.unit(),
                                (one.met() ? GoalVerdict.met : GoalVerdict.missed).name()));
        html.append("<h2>Findings</h2>\n").append(table.html());
    }

    private static String target(LoadProfile.@Nullable Target target) {
        return target == null || target.rate() == null
                ? "–"
                : SignificantDigits.given(target.rate()) + "/s";
    }

    /** Without fractions, which aren't read. */
    private static String moment(String iso) {
        return iso.replaceFirst("\\.\\d+", "").replace('T', ' ').replaceFirst("Z$", " UTC");
    }

    private static String style() {
        try (InputStream file = ReportPage.class.getResourceAsStream(STYLE)) {
            byte[] bytes = Objects.requireNonNull(file, STYLE).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
