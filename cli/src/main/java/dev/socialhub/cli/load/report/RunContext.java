package dev.socialhub.cli.load.report;

import dev.socialhub.cli.load.result.LoadRun;
import dev.socialhub.cli.load.result.RunComparison;
import dev.socialhub.cli.load.result.SignificantDigits;
import dev.socialhub.cli.terminal.Amounts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The context for reading the figures: other runs, processes, machine and settings. */
final class RunContext {
    private final LoadRun run;

    RunContext(LoadRun run) {
        this.run = run;
    }

    String html() {
        return comparison(run.comparison()) + processes() + facts();
    }

    private static String comparison(@Nullable RunComparison comparison) {
        if (comparison == null) {
            return "";
        }
        HtmlTable table =
                new HtmlTable()
                        .text("operation")
                        .text("figure")
                        .number("now")
                        .number("before")
                        .number("ratio")
                        .text("noise");
        for (RunComparison.Figure one : comparison.figures()) {
            Double noise = one.noise();
            table.row(
                    one.operation(),
                    one.figure(),
                    SignificantDigits.text(one.measured()),
                    SignificantDigits.text(one.base()),
                    String.format(Locale.ROOT, "%.2fx", one.ratio()),
                    noise == null
                            ? "unknown, similar runs: %d".formatted(one.runs())
                            : String.format(
                                    Locale.ROOT, "±%.0f %% over %d runs", noise * 100, one.runs()));
        }
        StringBuilder html = new StringBuilder("<section><h2>Compared with ");
        html.append(ReportHtml.text(String.join(", ", comparison.bases()))).append("</h2>\n");
        html.append(table.html());
        if (!comparison.warnings().isEmpty()) {
            html.append("<ul class=\"warnings\">\n");
            comparison
                    .warnings()
                    .forEach(it ->
                            html.append("<li>").append(ReportHtml.text(it)).append("</li>\n"));
            html.append("</ul>\n");
        }
        return html.append("</section>\n").toString();
    }

    private String processes() {
        if (run.processes().isEmpty()) {
            return "";
        }
        HtmlTable table =
                new HtmlTable()
                        .text("process")
                        .number("CPU, cores")
                        .number("memory")
                        .number("in GC pauses");
        for (LoadRun.ProcessFacts one : run.processes()) {
            Long memory = one.memoryBytes();
            Double pauses = one.gcShare();
            table.row(
                    one.name(),
                    SignificantDigits.text(one.cores()),
                    memory == null ? "–" : Amounts.bytes(memory),
                    pauses == null ? "–" : SignificantDigits.text(pauses * 100) + " %");
        }
        return "<section><h2>Processes</h2>\n" + table.html() + "</section>\n";
    }

    private String facts() {
        LoadRun.MachineFacts machine = run.machine();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("run", run.id());
        facts.put("gateway", run.platform().gateway());
        facts.put("version", run.platform().version());
        facts.put(
                "machine",
                machine.cores()
                        + " cores"
                        + (machine.model() == null ? "" : ", " + machine.model())
                        + (machine.memoryBytes() == null
                                ? ""
                                : ", " + Amounts.bytes(machine.memoryBytes())));
        facts.put("kernel", machine.kernel() == null ? "–" : machine.kernel());
        facts.put("Java", machine.java());
        facts.put("load average before the run", SignificantDigits.text(machine.loadBefore()));
        facts.put("cores used by other programs", SignificantDigits.text(machine.othersCores()));
        facts.put("generator", String.join(" ", run.generator().options()));
        facts.putAll(run.settings());
        StringBuilder html = new StringBuilder("<section><h2>Environment</h2>\n<dl>\n");
        facts.forEach((name, value) ->
                html.append("<dt>")
                        .append(ReportHtml.text(name))
                        .append("</dt><dd>")
                        .append(ReportHtml.text(value))
                        .append("</dd>\n"));
        return html.append("</dl></section>\n").toString();
    }
}
