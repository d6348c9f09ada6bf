package dev.socialhub.cli.man;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code socialhubctl completion}. */
@Command(
        name = "completion",
        description = {
            "Print a script for shell completion of commands, options and names.",
            "",
            "For bash, in ~/.bashrc:  source <(socialhubctl completion bash)",
            "For zsh, in ~/.zshrc, after compinit:  source <(socialhubctl completion zsh)"
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl completion bash",
            "  socialhubctl completion zsh"
        })
public final class Completion implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    Shell shell = Shell.bash;

    @Spec CommandSpec spec = CommandSpec.create();

    public Completion(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The shells that the script can be printed for; zsh reads bash's by its own bashcompinit. */
    enum Shell {
        bash,
        zsh
    }

    @Override
    public Integer call() {
        CommandSpec root = spec.root();
        terminal.out().print(AutoComplete.bash(root.name(), root.commandLine()));
        terminal.out().flush();
        return ExitCode.DONE;
    }
}
