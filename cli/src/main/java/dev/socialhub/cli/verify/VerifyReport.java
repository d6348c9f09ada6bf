package dev.socialhub.cli.verify;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.check.CheckResult;
import dev.socialhub.cli.check.CheckTotals;
import java.util.List;

/**
 * The document of {@code verify -o json}.
 *
 * @param millis how long all of it took
 */
@JsonPropertyOrder({"version", "millis", "stages"})
record VerifyReport(int version, long millis, List<Results> stages) {
    private static final int VERSION = 1;

    VerifyReport {
        stages = List.copyOf(stages);
    }

    /** What one stage found. */
    @JsonPropertyOrder({"stage", "name", "checks"})
    record Results(int stage, String name, List<CheckResult> checks) {
        Results {
            checks = List.copyOf(checks);
        }
    }

    static VerifyReport of(List<Results> stages, long millis) {
        return new VerifyReport(VERSION, millis, stages);
    }

    @JsonIgnore
    CheckTotals totals() {
        return new CheckTotals(stages.stream().flatMap(stage -> stage.checks().stream()).toList());
    }
}
