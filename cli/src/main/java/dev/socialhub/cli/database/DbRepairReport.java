package dev.socialhub.cli.database;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/**
 * The document of {@code db repair}.
 *
 * @param executed whether anything was done
 */
@JsonPropertyOrder({"version", "executed", "databases"})
record DbRepairReport(int version, boolean executed, List<Repair> databases) {
    private static final int VERSION = 1;

    DbRepairReport {
        databases = List.copyOf(databases);
    }

    /**
     * The objects that were recreated, or would be.
     *
     * @param objects such as {@code table inbox}
     * @param refused those that couldn't be recreated, each with its reason
     */
    @JsonPropertyOrder({"service", "objects", "refused"})
    record Repair(String service, List<String> objects, List<String> refused) {
        Repair {
            objects = List.copyOf(objects);
            refused = List.copyOf(refused);
        }
    }

    static DbRepairReport of(List<Repair> repairs, boolean executed) {
        return new DbRepairReport(VERSION, executed, repairs);
    }

    boolean empty() {
        return databases.stream()
                .allMatch(repair -> repair.objects().isEmpty() && repair.refused().isEmpty());
    }

    /** The objects that couldn't be recreated. */
    List<String> refused() {
        return databases.stream()
                .flatMap(
                        repair -> repair.refused().stream().map(it -> repair.service() + ": " + it))
                .toList();
    }

    String table() {
        Table table = new Table().text("SERVICE").text(executed ? "CREATED" : "TO BE CREATED");
        databases.forEach(
                repair -> repair.objects().forEach(it -> table.row(repair.service(), it)));
        return table.render();
    }
}
