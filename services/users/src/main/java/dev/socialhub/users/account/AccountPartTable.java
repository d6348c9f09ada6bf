package dev.socialhub.users.account;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.ops.table.Column;
import dev.socialhub.ops.table.KeyedTable;
import dev.socialhub.people.replica.ReplicaTable;
import java.util.List;

/**
 * The columns of profiles that are taken from accounts. The name is the profile's, which its owner
 * may have edited.
 */
final class AccountPartTable {

    static final KeyedTable<PublishedAccount> ACCOUNTS =
            new KeyedTable<>(
                    "profile",
                    List.of(Column.uuid("user_id", PublishedAccount::id)),
                    List.of(
                            Column.text("username", PublishedAccount::username),
                            Column.text("name", PublishedAccount::name),
                            Column.time("created_at", PublishedAccount::createdAt),
                            Column.number("account_version", PublishedAccount::version)),
                    "true",
                    row ->
                            new PublishedAccount(
                                    row.uuid(1),
                                    row.text(2),
                                    row.text(3),
                                    row.time(4),
                                    row.number(5)));

    static final ReplicaTable<PublishedAccount> REPLICA =
            new ReplicaTable<>(ACCOUNTS, null, List.of("user_id"));

    private AccountPartTable() {}
}
