package dev.socialhub.cli.database;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/** The document of {@code db check}. */
@JsonPropertyOrder({"version", "databases"})
record DbCheckReport(int version, List<SchemaState> databases) {
    private static final int VERSION = 1;

    DbCheckReport {
        databases = List.copyOf(databases);
    }

    static DbCheckReport of(List<SchemaState> databases) {
        return new DbCheckReport(VERSION, databases);
    }

    boolean whole() {
        return databases.stream().allMatch(SchemaState::whole);
    }

    String table() {
        Table table = new Table().text("SERVICE").text("SCHEMA");
        databases.forEach(one -> table.row(one.service(), one.brief()));
        return table.render();
    }
}
