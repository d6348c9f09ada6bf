package dev.socialhub.cli.users;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code users list}.
 *
 * @param next the id after which the next page begins; null at the end
 */
@JsonPropertyOrder({"version", "accounts", "next"})
record AccountsReport(int version, List<UserAccount> accounts, @Nullable String next) {
    private static final int VERSION = 1;

    AccountsReport {
        accounts = List.copyOf(accounts);
    }

    static AccountsReport of(List<UserAccount> accounts, @Nullable String next) {
        return new AccountsReport(VERSION, accounts, next);
    }

    String table() {
        Table table =
                new Table()
                        .text("ID")
                        .text("USERNAME")
                        .text("NAME")
                        .text("E-MAIL")
                        .text("STATUS")
                        .text("ROLES")
                        .text("CREATED");
        for (UserAccount one : accounts) {
            table.row(
                    one.id(),
                    one.username(),
                    shown(one.name()),
                    shown(one.email()),
                    one.status(),
                    String.join(",", one.roles()),
                    one.createdAt());
        }
        return table.render();
    }

    /** Text that users have typed must not move the operator's cursor. */
    static String shown(@Nullable String text) {
        return text == null ? "-" : Printable.line(text);
    }
}
