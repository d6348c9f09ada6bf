package dev.socialhub.cli.load.report;

import dev.socialhub.cli.load.profile.Goals;
import dev.socialhub.cli.load.result.LoadRun;
import dev.socialhub.cli.load.result.LoadRun.OperationResult;
import dev.socialhub.cli.load.result.MeasuredGoal;
import dev.socialhub.cli.load.result.SignificantDigits;
import java.util.List;

/** Measured values beside their goals, as bars on a common scale: that of the goals. */
final class GoalBars {
    /** The position of the goal; a value that is longer than the whole bar is cut and marked. */
    private static final double GOAL_AT = 0.625;

    private final LoadRun run;

    GoalBars(LoadRun run) {
        this.run = run;
    }

    String html() {
        StringBuilder bars = new StringBuilder();
        for (OperationResult operation : run.operations()) {
            for (MeasuredGoal goal : MeasuredGoal.of(run, operation)) {
                bars.append(bar(operation, goal));
            }
        }
        return bars.isEmpty()
                ? ""
                : "<section><h2>Measured against the goals</h2>\n<div class=\"bars\">\n"
                        + bars
                        + "</div></section>\n";
    }

    private String bar(OperationResult operation, MeasuredGoal goal) {
        double part = goal.goal() <= 0 ? 0 : goal.measured() / goal.goal();
        boolean cut = part * GOAL_AT > 1;
        String unit = unit(goal.name());
        return """
        <div class="bar"><div class="what">%s: %s</div>
        <svg viewBox="0 0 400 22" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="400" height="22"/>
        <rect class="%s" width="%s" height="22"/>
        <path class="goal" d="M%s 0v22"/></svg>
        <div class="figure">%s%s%s <span>%s %s%s</span></div></div>
        """
                .formatted(
                        ReportHtml.text(operation.operation()),
                        ReportHtml.text(goal.name().replace('_', ' ').replaceFirst(" millis$", "")),
                        goal.met() ? "met" : "missed",
                        ReportHtml.at(400 * Math.min(1, part * GOAL_AT)),
                        ReportHtml.at(400 * GOAL_AT),
                        SignificantDigits.text(goal.measured()),
                        unit,
                        cut ? " (bar cut)" : "",
                        goal.name().equals(Goals.EFFICIENCY) ? "at least" : "at most",
                        SignificantDigits.given(goal.goal()),
                        unit);
    }

    private static String unit(String goal) {
        return List.of(Goals.P50, Goals.P95, Goals.P99).contains(goal)
                ? " ms"
                : goal.equals(Goals.CPU_MICROS) ? " µs" : "";
    }
}
