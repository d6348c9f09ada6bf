package dev.socialhub.people.name;

import dev.socialhub.contracts.user.ProfileSnapshot;
import dev.socialhub.ops.table.Column;
import dev.socialhub.ops.table.KeyedTable;
import dev.socialhub.people.replica.ReplicaTable;
import java.util.List;

/** The replica of users' names, in the form in which the users service has them. */
final class NameTable {

    static final KeyedTable<ProfileSnapshot> NAMES =
            new KeyedTable<>(
                    "author",
                    List.of(Column.uuid("user_id", ProfileSnapshot::userId)),
                    List.of(
                            Column.text("username", ProfileSnapshot::username),
                            Column.text("name", ProfileSnapshot::name),
                            Column.number("account_version", ProfileSnapshot::accountVersion),
                            Column.number("profile_version", ProfileSnapshot::version)),
                    "true",
                    row ->
                            new ProfileSnapshot(
                                    row.uuid(1),
                                    row.text(2),
                                    row.text(3),
                                    row.number(4),
                                    row.number(5)));

    /** Two versions decide, so a row is replaced only as it was found. */
    static final ReplicaTable<ProfileSnapshot> REPLICA =
            new ReplicaTable<>(NAMES, null, List.of("user_id"));

    private NameTable() {}
}
