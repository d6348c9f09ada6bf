package dev.socialhub.cli.load.report;

import dev.socialhub.cli.load.result.LoadRun;
import dev.socialhub.cli.load.result.ResultColumns;
import dev.socialhub.cli.load.result.SignificantDigits;
import dev.socialhub.loadtest.format.ProbeOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

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
        html.append(HtmlTable.of(ResultColumns.operations(run), run.operations()));
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
                    SignificantDigits.micros(one.cpuMicros()),
                    SignificantDigits.micros(one.postgresMicros()),
                    one.skipped() == null ? "" : one.skipped());
        }
        html.append("<h2>Lowest possible cost</h2>\n").append(table.html());
    }

    private void findings() {
        if (run.findings().isEmpty()) {
            return;
        }
        html.append("<h2>Findings</h2>\n")
                .append(HtmlTable.of(ResultColumns.findings(), run.findings()));
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
