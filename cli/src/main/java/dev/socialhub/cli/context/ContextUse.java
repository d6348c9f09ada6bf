package dev.socialhub.cli.context;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl context use}. */
@Command(
        name = "use",
        description = {
            "Choose the platform for all later commands.",
            "",
            "Commands about processes (up, down, restart, status, logs, verify, doctor) then refuse"
                    + " to act, unless --context local is given. Exits with 4 if there is no such"
                    + " context."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl context use staging",
            "  socialhubctl context use local"
        })
final class ContextUse implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "As `context list` shows it.")
    String name = Contexts.LOCAL;

    ContextUse(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        contexts.use(name);
        terminal.say("Commands now act on context " + name + ".");
        return ExitCode.DONE;
    }
}
