package dev.socialhub.people.edge;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.ops.table.Column;
import dev.socialhub.ops.table.KeyedTable;
import dev.socialhub.people.replica.ReplicaTable;
import java.util.List;

/** The table of follows and blocks, which has the same columns at its owner and in replicas. */
public final class EdgeTable {

    public static final KeyedTable<EdgeSnapshot> EDGES =
            new KeyedTable<>(
                    "edge",
                    List.of(
                            Column.choice("kind", "block|follow", edge -> edge.kind().wireName()),
                            Column.uuid("from_id", EdgeSnapshot::fromId),
                            Column.uuid("to_id", EdgeSnapshot::toId)),
                    List.of(
                            Column.flag("active", EdgeSnapshot::active),
                            Column.number("version", EdgeSnapshot::version),
                            Column.time("changed_at", EdgeSnapshot::changedAt)),
                    "true",
                    row ->
                            new EdgeSnapshot(
                                    EdgeKind.ofWireName(row.text(1)),
                                    row.uuid(2),
                                    row.uuid(3),
                                    row.flag(4),
                                    row.number(5),
                                    row.time(6)));

    static final ReplicaTable<EdgeSnapshot> REPLICA =
            new ReplicaTable<>(EDGES, "version", List.of("from_id", "to_id"));

    private EdgeTable() {}
}
