package dev.socialhub.cli.database;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/**
 * The document of {@code db migrate}.
 *
 * @param executed whether anything was done
 */
@JsonPropertyOrder({"version", "executed", "databases"})
record DbMigrateReport(int version, boolean executed, List<Migrated> databases) {
    private static final int VERSION = 1;

    DbMigrateReport {
        databases = List.copyOf(databases);
    }

    /**
     * What was applied, or would be.
     *
     * @param unapplied those that failed, or come after one that did
     */
    @JsonPropertyOrder({"service", "migrations", "unapplied"})
    record Migrated(String service, List<String> migrations, List<String> unapplied) {
        Migrated {
            migrations = List.copyOf(migrations);
            unapplied = List.copyOf(unapplied);
        }
    }

    static DbMigrateReport of(List<Migrated> databases, boolean executed) {
        return new DbMigrateReport(VERSION, executed, databases);
    }

    boolean empty() {
        return databases.stream().allMatch(one -> one.migrations().isEmpty()) && !failed();
    }

    boolean failed() {
        return databases.stream().anyMatch(one -> !one.unapplied().isEmpty());
    }

    String table() {
        if (empty()) {
            return "";
        }
        Table table =
                new Table().text("SERVICE").text("MIGRATION").text(executed ? "STATE" : "TO DO");
        for (Migrated one : databases) {
            one.migrations()
                    .forEach(it -> table.row(one.service(), it, executed ? "applied" : "apply"));
            one.unapplied().forEach(it -> table.row(one.service(), it, "can't be applied"));
        }
        return table.render();
    }
}
