package dev.socialhub.cli;

import dev.socialhub.cli.database.Db;
import dev.socialhub.cli.doctor.Doctor;
import dev.socialhub.cli.platform.Down;
import dev.socialhub.cli.platform.Installation;
import dev.socialhub.cli.platform.Logs;
import dev.socialhub.cli.platform.MakeCaches;
import dev.socialhub.cli.platform.Restart;
import dev.socialhub.cli.platform.Status;
import dev.socialhub.cli.platform.Up;
import dev.socialhub.cli.projections.Projections;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.cli.topics.Topics;
import dev.socialhub.cli.verify.Verify;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The operator's one tool. */
@Command(
        name = "socialhubctl",
        description = "Run and repair a SocialHub platform.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl up --detach",
            "  socialhubctl status",
            "  socialhubctl logs -f posts",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 problems found, 4 not found, 5 refused,"
                    + " 69 platform unavailable, 124 timed out, 130 interrupted."
        })
public final class SocialHubCtl {
    private static final int HELP_WIDTH = 96;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    private SocialHubCtl() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        // A library that logs would otherwise complain that nobody listens.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.ofProcess(environment);
        System.exit(commandLine(Installation.of(environment), terminal).execute(arguments));
    }

    /** All commands; a new noun is one more line. */
    static CommandLine commandLine(Installation installation, Terminal terminal) {
        SocialHubCtl root = new SocialHubCtl();
        CommandLine commands =
                new CommandLine(root)
                        .addSubcommand(new Up(installation, terminal))
                        .addSubcommand(new Down(installation, terminal))
                        .addSubcommand(new Restart(installation, terminal))
                        .addSubcommand(new Status(installation, terminal))
                        .addSubcommand(new Logs(installation, terminal))
                        .addSubcommand(new Verify(installation, terminal))
                        .addSubcommand(new Doctor(installation, terminal))
                        .addSubcommand(Topics.commandLine(installation, terminal))
                        .addSubcommand(Db.commandLine(installation, terminal))
                        .addSubcommand(Projections.commandLine(installation, terminal))
                        .addSubcommand(new MakeCaches(installation, terminal))
                        .addSubcommand(new Version(terminal));
        Errors errors = new Errors(terminal, () -> root.debug);
        return commands.setColorScheme(
                        CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors);
    }
}
