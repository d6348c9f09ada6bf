package dev.socialhub.users.snapshot;

import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.contracts.user.ProfileSnapshot;
import dev.socialhub.ops.snapshot.Snapshot;
import dev.socialhub.ops.table.Column;
import dev.socialhub.ops.table.KeyedTable;
import dev.socialhub.people.edge.EdgeTable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

@Factory
final class SnapshotFactory {

    /** Every edge that ever existed, with its last state. */
    @Singleton
    Snapshot<EdgeSnapshot> edges() {
        return new Snapshot<>("edges", EdgeTable.EDGES);
    }

    /** Every profile. */
    @Singleton
    Snapshot<ProfileSnapshot> profiles() {
        return new Snapshot<>(
                "profiles",
                new KeyedTable<>(
                        "profile",
                        List.of(Column.uuid("user_id", ProfileSnapshot::userId)),
                        List.of(
                                Column.text("username", ProfileSnapshot::username),
                                Column.text("name", ProfileSnapshot::name),
                                Column.number("account_version", ProfileSnapshot::accountVersion),
                                Column.number("version", ProfileSnapshot::version)),
                        "true",
                        row ->
                                new ProfileSnapshot(
                                        row.uuid(1),
                                        row.text(2),
                                        row.text(3),
                                        row.number(4),
                                        row.number(5))));
    }
}
