package dev.socialhub.cli.man;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code socialhubctl make-help-texts}. */
@Command(
        name = "make-help-texts",
        hidden = true,
        description = {
            "Write the --help output of each command to files, plain and for a terminal.",
            "",
            "The build does this, into target/dist/help, where the launching script finds it. Exits"
                    + " with 1 if the folder can't be written."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl make-help-texts target/dist/help",
            "  socialhubctl make-help-texts /tmp/help"
        })
public final class MakeHelpTexts implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FOLDER", description = "The target folder; created if it is missing.")
    Path folder = Path.of("");

    @Spec CommandSpec spec = CommandSpec.create();

    public MakeHelpTexts(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            int written = write(spec.root().commandLine());
            terminal.out().println(written + " texts");
            terminal.out().flush();
        } catch (IOException unwritable) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    folder + " can't be written",
                    "name a FOLDER that you can write to",
                    unwritable);
        }
        return ExitCode.DONE;
    }

    private int write(CommandLine command) throws IOException {
        if (command.getCommandSpec().usageMessage().hidden()) {
            return 0;
        }
        String page = command.getCommandSpec().qualifiedName("/");
        Path plain = folder.resolve(page + ".txt");
        Files.createDirectories(plain.toAbsolutePath().getParent());
        Files.writeString(plain, command.getUsageMessage(Ansi.OFF));
        Files.writeString(folder.resolve(page + ".ansi"), command.getUsageMessage(Ansi.ON));
        int written = 1;
        for (CommandLine sub : command.getSubcommands().values()) {
            written += write(sub);
        }
        return written;
    }
}
