package dev.socialhub.cli.check;

import dev.socialhub.cli.check.Finding.Status;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.ExitCode;
import java.time.Duration;
import java.util.List;

/** The combined result of many checks. */
public record CheckTotals(List<CheckResult> results) {
    public CheckTotals {
        results = List.copyOf(results);
    }

    /** 0 if nothing failed, otherwise 3. */
    public int exitCode() {
        return count(Status.fail) == 0 ? ExitCode.DONE : ExitCode.PROBLEMS_FOUND;
    }

    /** All checks in a few words. */
    public String summary(Duration taken) {
        long skipped = count(Status.skip);
        return "%d %s: %d ok, %d with a warning, %d failed%s; %s."
                .formatted(
                        results.size(),
                        results.size() == 1 ? "check" : "checks",
                        count(Status.ok),
                        count(Status.warn),
                        count(Status.fail),
                        skipped == 0 ? "" : ", " + skipped + " skipped",
                        Amounts.duration(Duration.ofMillis(taken.toMillis())));
    }

    private long count(Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }
}
