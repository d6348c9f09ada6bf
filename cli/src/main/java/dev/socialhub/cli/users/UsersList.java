package dev.socialhub.cli.users;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.ops.Operator;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl users list}. */
@Command(
        name = "list",
        description = {
            "List accounts in the order of their creation, including deleted ones.",
            "",
            "Shows e-mail addresses, which are personal data. Exits with 0, even if no account"
                    + " matches; 69 if nothing runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl users list --query john",
            "  socialhubctl users list --status deleted --limit 1000 -o json"
        })
final class UsersList implements Callable<Integer> {
    private static final int PAGE = 1_000;

    private final Contexts contexts;
    private final Terminal terminal;

    @Option(
            names = "--query",
            paramLabel = "TEXT",
            description = "Only accounts whose username, name or address contains this text.")
    @Nullable String query;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only accounts of this status, such as active or deleted.")
    @Nullable String status;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "The number of accounts at most; ${DEFAULT-VALUE} by default.")
    int limit;

    @Option(names = "--after", paramLabel = "ID", description = "Continue after this account.")
    @Nullable String after;

    @Mixin Output output = new Output();

    UsersList(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "--limit is less than 1", "give a number of 1 or more");
        }
        Target target = contexts.target();
        AccountsReport report = ask(Operator.of(target), target.instanceOf("auth"));
        output.print(terminal, report::table, report);
        if (output.isHumanReadable() && report.next() != null) {
            terminal.say("There are more: add --after " + report.next());
        }
        return ExitCode.DONE;
    }

    private AccountsReport ask(OpsClient ops, Endpoint auth) {
        List<UserAccount> accounts = new ArrayList<>();
        String next = after;
        do {
            JsonNode page = ops.get(auth, path(Math.min(PAGE, limit - accounts.size()), next));
            page.path("accounts").forEach(account -> accounts.add(UserAccount.of(account)));
            next = page.path("next").isTextual() ? page.path("next").asText() : null;
        } while (next != null && accounts.size() < limit);
        return AccountsReport.of(accounts, next);
    }

    private String path(int rows, @Nullable String cursor) {
        return "accounts?limit="
                + rows
                + parameter("query", query)
                + parameter("status", status)
                + parameter("after", cursor);
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null
                ? ""
                : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
