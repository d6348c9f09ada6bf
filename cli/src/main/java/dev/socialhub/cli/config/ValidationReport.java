package dev.socialhub.cli.config;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.check.CheckResult;
import java.util.List;

/** The document of {@code config validate}. */
@JsonPropertyOrder({"version", "checks"})
record ValidationReport(int version, List<CheckResult> checks) {
    private static final int VERSION = 1;

    ValidationReport {
        checks = List.copyOf(checks);
    }

    static ValidationReport of(List<CheckResult> checks) {
        return new ValidationReport(VERSION, checks);
    }
}
