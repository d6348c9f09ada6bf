package dev.socialhub.cli.schema;

import java.util.Map;
import java.util.TreeMap;

/** The record that each command prints as a document. A new command is one more line here. */
final class DocumentTypes {
    private static final String TOOL = "dev.socialhub.cli.";

    private static final Map<String, String> RECORDS =
            Map.ofEntries(
                    Map.entry("up", "status.StatusReport"),
                    Map.entry("restart", "status.StatusReport"),
                    Map.entry("status", "status.StatusReport"),
                    Map.entry("top", "top.LoadSample"),
                    Map.entry("verify", "verify.VerifyReport"),
                    Map.entry("doctor", "doctor.DoctorReport"),
                    Map.entry("config show", "config.ConfigReport"),
                    Map.entry("config validate", "config.ValidationReport"),
                    Map.entry("dashboards list", "dashboards.DashboardsList$Listed"),
                    Map.entry("dashboards check", "dashboards.CheckReport"),
                    Map.entry("dashboards open", "dashboards.DashboardsOpen$Shown"),
                    Map.entry("alerts list", "alerts.AlertsList$Listed"),
                    Map.entry("alerts test", "alerts.AlertsTest$Report"),
                    Map.entry("topics diff", "topics.TopicsReport"),
                    Map.entry("topics apply", "topics.TopicsReport"),
                    Map.entry("topics list", "topics.TopicList"),
                    Map.entry("topics describe", "topics.TopicDescription"),
                    Map.entry("topics create", "topics.TopicChange"),
                    Map.entry("topics alter", "topics.TopicChange"),
                    Map.entry("topics delete", "topics.TopicDeletion"),
                    Map.entry("groups list", "groups.GroupList"),
                    Map.entry("groups lag", "groups.LagReport"),
                    Map.entry("groups reset", "groups.ResetPlan"),
                    Map.entry("events tail", "events.TailDocument"),
                    Map.entry("events show", "events.ShownEvent"),
                    Map.entry("events trace", "events.Trace"),
                    Map.entry("events replay", "replay.ReplayReport"),
                    Map.entry("dlt list", "deadletters.DeadLettersReport"),
                    Map.entry("dlt show", "deadletters.DltShow$Report"),
                    Map.entry("dlt retry", "deadletters.RetryReport"),
                    Map.entry("dlt purge", "deadletters.DeadLettersReport"),
                    Map.entry("outbox status", "outbox.OutboxReport"),
                    Map.entry("outbox flush", "outbox.FlushReport"),
                    Map.entry("db migrate", "database.DbMigrateReport"),
                    Map.entry("counters verify", "counters.CountersReport"),
                    Map.entry("counters recount", "counters.CountersReport"),
                    Map.entry("media sweep", "media.SweepReport"),
                    Map.entry("search reindex", "search.ReindexReport"),
                    Map.entry("checksum", "checksum.ChecksumReport"),
                    Map.entry("users list", "users.AccountsReport"),
                    Map.entry("users show", "users.PersonReport"),
                    Map.entry("load list", "load.ProfileList"),
                    Map.entry("load run", "load.result.LoadRun"),
                    Map.entry("load calibrate", "load.CalibrationReport"),
                    Map.entry("load history", "load.PastRuns"),
                    Map.entry("seed", "seed.SeedReport"),
                    Map.entry("db check", "database.DbCheckReport"),
                    Map.entry("db repair", "database.DbRepairReport"),
                    Map.entry("projections verify", "projections.ProjectionsReport"),
                    Map.entry("projections rebuild", "projections.ProjectionsReport"),
                    Map.entry("context list", "context.ContextList$Listed"),
                    Map.entry("compose init", "compose.InitReport"),
                    Map.entry("support-bundle", "support.BundleReport"),
                    Map.entry("version", "Version$Versions"));

    private DocumentTypes() {}

    /** By the words of the command. */
    static Map<String, Class<?>> all() {
        Map<String, Class<?>> types = new TreeMap<>();
        RECORDS.forEach((command, name) -> types.put(command, type(TOOL + name)));
        return types;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
