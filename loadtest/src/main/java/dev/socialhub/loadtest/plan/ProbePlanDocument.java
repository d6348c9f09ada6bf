package dev.socialhub.loadtest.plan;

import dev.socialhub.loadtest.plan.ProbePlan.Database;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan of a calibration as it is written, before anything of it has been judged. */
record ProbePlanDocument(
        @Nullable Integer version,
        @Nullable String run,
        @Nullable List<String> probes,
        @Nullable Double rate,
        @Nullable Integer warmUpSeconds,
        @Nullable Integer seconds,
        @Nullable String gateway,
        @Nullable Map<String, List<String>> services,
        @Nullable Map<String, Database> databases,
        @Nullable Map<String, String> kafka,
        @Nullable String redis,
        @Nullable String folder) {

    ProbePlan plan() {
        PlanDocument.known(PlanDocument.given(version, "version"));
        return new ProbePlan(
                PlanDocument.name(PlanDocument.given(run, "run")),
                PlanDocument.given(probes, "probes"),
                rate == null
                        ? null
                        : (Double)
                                PlanDocument.within(rate, 0.1, PlanDocument.MAX_PER_SECOND, "rate"),
                PlanDocument.within(
                        PlanDocument.given(warmUpSeconds, "warm_up_seconds"),
                        0,
                        PlanDocument.HOURS,
                        "warm_up_seconds"),
                PlanDocument.within(
                        PlanDocument.given(seconds, "seconds"), 1, PlanDocument.HOURS, "seconds"),
                gateway == null ? null : PlanDocument.address(gateway, "gateway"),
                PlanDocument.addresses(services == null ? Map.of() : services),
                databases == null ? Map.of() : databases,
                kafka == null ? Map.of() : kafka,
                redis == null ? null : PlanDocument.redis(redis),
                PlanDocument.folder(PlanDocument.given(folder, "folder")));
    }
}
