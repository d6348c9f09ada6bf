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
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Terminal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl users show}. */
@Command(
        name = "show",
        description = {
            "Show an account, the data that each service stores about its user, and for a deleted"
                    + " one the progress of the erasure.",
            "",
            "Shows the e-mail address, which is personal data. Exits with 0 when all services have"
                    + " answered, 4 if there is no such account, 69 if a service doesn't answer:"
                    + " the data of the others is shown nevertheless."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl users show johndoe",
            "  socialhubctl users show johndoe -o json"
        })
final class UsersShow implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "ID|USERNAME", description = "The account to show.")
    String name = "";

    @Mixin Output output = new Output();

    UsersShow(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Target target = contexts.target();
        OpsClient ops = Operator.of(target);
        JsonNode found =
                ops.find(
                                target.instanceOf("auth"),
                                "accounts/" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .orElseThrow(this::noAccount);
        UserAccount account = UserAccount.of(found);
        PersonReport report =
                PersonReport.of(
                        account,
                        storedData(target, ops, account.id()),
                        Clock.systemUTC().instant());
        output.print(terminal, report::lines, report);
        return report.allServicesAnswered() ? ExitCode.DONE : ExitCode.PLATFORM_UNAVAILABLE;
    }

    private static List<StoredAboutUser> storedData(Target target, OpsClient ops, String id) {
        List<StoredAboutUser> stored = new ArrayList<>();
        for (String service :
                target.services().stream().map(Endpoint::service).distinct().sorted().toList()) {
            try {
                Endpoint instance = target.instanceOf(service);
                if (ops.offers(instance, "people")) {
                    stored.add(StoredAboutUser.of(service, ops.get(instance, "people/" + id)));
                }
            } catch (OperatorError unavailable) {
                stored.add(
                        StoredAboutUser.unknown(service, String.valueOf(unavailable.getMessage())));
            }
        }
        return stored;
    }

    private OperatorError noAccount() {
        return new OperatorError(
                ExitCode.NOT_FOUND,
                "there is no account '" + Printable.line(name) + "'",
                "`socialhubctl users list --query TEXT` finds accounts by a part of their name");
    }
}
