package dev.socialhub.auth.snapshot;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.ops.snapshot.Snapshot;
import dev.socialhub.ops.table.Column;
import dev.socialhub.ops.table.KeyedTable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

@Factory
final class AccountSnapshotFactory {

    /** Every active account. */
    @Singleton
    Snapshot<PublishedAccount> accounts() {
        return new Snapshot<>(
                "accounts",
                new KeyedTable<>(
                        "account",
                        List.of(Column.uuid("id", PublishedAccount::id)),
                        List.of(
                                Column.text("username", PublishedAccount::username),
                                Column.text("name", PublishedAccount::name),
                                Column.time("created_at", PublishedAccount::createdAt),
                                Column.number("version", PublishedAccount::version)),
                        "status = 'active'",
                        row ->
                                new PublishedAccount(
                                        row.uuid(1),
                                        row.text(2),
                                        row.text(3),
                                        row.time(4),
                                        row.number(5))));
    }
}
