package dev.socialhub.cli.compose;

import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl compose init}. */
@Command(
        name = "init",
        description = {
            "Generate the secrets that docker-compose.yml requires, in a file .env beside it.",
            "",
            "An existing secret is kept, because existing data can't be read with another. A"
                    + " secret that a newer docker-compose.yml requires is added. Only the owner"
                    + " may read the file, and no value is ever shown. Exits with 0, 1 if the file"
                    + " can't be written, 4 if there is no docker-compose.yml."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl compose init",
            "  socialhubctl compose init -o json"
        })
final class ComposeInit implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;

    @Mixin Output output = new Output();

    ComposeInit(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path folder = installation.root();
        RequiredVariables required = RequiredVariables.of(folder.resolve("docker-compose.yml"));
        SecretsFile secrets = new SecretsFile(folder.resolve(".env"), new SecureRandom());
        InitReport report = InitReport.of(secrets.supply(required.names()));
        output.print(terminal, report::table, report);
        terminal.say("`docker compose up --build` starts the platform");
        return ExitCode.DONE;
    }
}
