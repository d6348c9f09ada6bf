package dev.socialhub.cli.schema;

import java.util.Map;
import java.util.TreeMap;

/** The record that each command prints as a document. A new command is one more line here. */
final class DocumentTypes {
    private static final String TOOL = "dev.socialhub.cli.";

    private static final Map<String, String> RECORDS =
            Map.ofEntries(
                    Map.entry("up", "platform.StatusReport"),
                    Map.entry("restart", "platform.StatusReport"),
                    Map.entry("status", "platform.StatusReport"),
                    Map.entry("top", "top.LoadSample"),
                    Map.entry("verify", "verify.VerifyReport"),
                    Map.entry("doctor", "doctor.DoctorReport"),
                    Map.entry("config show", "config.ConfigReport"),
                    Map.entry("config validate", "config.ValidationReport"),
                    Map.entry("topics diff", "topics.TopicsReport"),
                    Map.entry("topics apply", "topics.TopicsReport"),
                    Map.entry("db check", "database.SchemaReport"),
                    Map.entry("db repair", "database.RepairReport"),
                    Map.entry("projections verify", "projections.ProjectionsReport"),
                    Map.entry("projections rebuild", "projections.ProjectionsReport"),
                    Map.entry("context list", "context.ContextList$Listed"),
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
