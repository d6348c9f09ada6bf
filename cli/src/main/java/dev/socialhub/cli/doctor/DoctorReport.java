package dev.socialhub.cli.doctor;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.check.CheckResult;
import java.util.List;

/** All findings; the document of {@code doctor -o json}. */
@JsonPropertyOrder({"version", "checks"})
record DoctorReport(int version, List<CheckResult> checks) {
    private static final int VERSION = 1;

    DoctorReport {
        checks = List.copyOf(checks);
    }

    static DoctorReport of(List<CheckResult> checks) {
        return new DoctorReport(VERSION, checks);
    }
}
