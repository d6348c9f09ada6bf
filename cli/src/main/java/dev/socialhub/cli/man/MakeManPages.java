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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code socialhubctl make-man-pages}. */
@Command(
        name = "make-man-pages",
        hidden = true,
        description = {
            "Write a manual page for each command.",
            "",
            "The build does this, into target/dist/man/man1. Exits with 1 if the folder can't be"
                    + " written."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl make-man-pages target/dist/man/man1",
            "  socialhubctl make-man-pages /usr/local/share/man/man1"
        })
public final class MakeManPages implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FOLDER", description = "The target folder; created if it is missing.")
    Path folder = Path.of("");

    @Spec CommandSpec spec = CommandSpec.create();

    public MakeManPages(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            Files.createDirectories(folder);
            int written = write(spec.root().commandLine());
            terminal.out().println(written + " pages");
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
        String version = MakeManPages.class.getPackage().getImplementationVersion();
        ManPage page =
                new ManPage(command, "SocialHub " + (version == null ? "development" : version));
        Files.writeString(folder.resolve(page.name() + ".1"), page.text());
        int written = 1;
        for (CommandLine sub : command.getSubcommands().values()) {
            written += write(sub);
        }
        return written;
    }
}
