package dev.socialhub.cli.dashboards;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.check.CheckResult;
import dev.socialhub.cli.check.CheckTotals;
import dev.socialhub.cli.check.Finding.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code dashboards check}.
 *
 * @param prometheus that was asked
 */
@JsonPropertyOrder({"version", "prometheus", "parts"})
record CheckReport(int version, String prometheus, List<Part> parts) {
    private static final int VERSION = 1;

    CheckReport {
        parts = List.copyOf(parts);
    }

    /** A dashboard, or the rules. */
    @JsonPropertyOrder({"name", "title", "checks"})
    record Part(String name, String title, List<Shown> checks) {
        Part {
            checks = List.copyOf(checks);
        }

        List<CheckResult> results() {
            return checks.stream().map(Shown::result).toList();
        }
    }

    /**
     * A panel, or a rule.
     *
     * @param series that its queries gave
     * @param numbers the series that aren't NaN
     * @param fix null when there is nothing to do
     */
    @JsonPropertyOrder({"name", "status", "series", "numbers", "found", "fix", "millis"})
    record Shown(
            String name,
            Status status,
            int series,
            int numbers,
            String found,
            @Nullable String fix,
            long millis) {
        CheckResult result() {
            return new CheckResult(name, status, found, fix, millis);
        }
    }

    static CheckReport of(String prometheus, List<Part> parts) {
        return new CheckReport(VERSION, prometheus, parts);
    }

    @JsonIgnore
    CheckTotals totals() {
        return new CheckTotals(parts.stream().flatMap(part -> part.results().stream()).toList());
    }
}
