package dev.socialhub.cli;

import dev.socialhub.cli.alerts.Alerts;
import dev.socialhub.cli.checksum.ChecksumCommand;
import dev.socialhub.cli.compose.Compose;
import dev.socialhub.cli.config.Config;
import dev.socialhub.cli.context.ContextCommand;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.counters.Counters;
import dev.socialhub.cli.dashboards.Dashboards;
import dev.socialhub.cli.database.Db;
import dev.socialhub.cli.deadletters.Dlt;
import dev.socialhub.cli.doctor.Doctor;
import dev.socialhub.cli.events.EventsCommands;
import dev.socialhub.cli.groups.ConsumerGroups;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.lifecycle.Down;
import dev.socialhub.cli.lifecycle.Restart;
import dev.socialhub.cli.lifecycle.Stop;
import dev.socialhub.cli.lifecycle.Up;
import dev.socialhub.cli.load.Load;
import dev.socialhub.cli.logs.Logs;
import dev.socialhub.cli.man.Completion;
import dev.socialhub.cli.man.MakeHelpTexts;
import dev.socialhub.cli.man.MakeManPages;
import dev.socialhub.cli.media.MediaCommands;
import dev.socialhub.cli.outbox.OutboxCommands;
import dev.socialhub.cli.projections.Projections;
import dev.socialhub.cli.schema.SchemaDocument;
import dev.socialhub.cli.search.SearchCommands;
import dev.socialhub.cli.seed.FillAtStart;
import dev.socialhub.cli.seed.Seed;
import dev.socialhub.cli.status.Status;
import dev.socialhub.cli.support.SupportBundle;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.cli.top.Top;
import dev.socialhub.cli.topics.TopicsCommands;
import dev.socialhub.cli.training.MakeCaches;
import dev.socialhub.cli.users.Users;
import dev.socialhub.cli.verify.Verify;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
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

    @Option(
            names = "--context",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Act on this platform, see `context list`.")
    @Nullable String context;

    private SocialHubCtl() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        // A library that logs would otherwise complain that no logging provider is configured.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.ofProcess(environment);
        System.exit(commandLine(Installation.of(environment), terminal).execute(arguments));
    }

    /** All commands; a new noun is one more line. */
    static CommandLine commandLine(Installation installation, Terminal terminal) {
        SocialHubCtl root = new SocialHubCtl();
        Contexts contexts = new Contexts(installation, () -> root.context);
        CommandLine commands = new CommandLine(root);
        // Commands that act on the processes of this machine.
        List<Object> local =
                List.of(
                        new Up(installation, terminal, new FillAtStart(terminal)),
                        new Down(installation, terminal),
                        new Restart(installation, terminal),
                        new Stop(installation, terminal),
                        new Status(installation, terminal),
                        new Logs(installation, terminal),
                        new Verify(installation, terminal),
                        new Doctor(installation, terminal),
                        new SupportBundle(
                                installation,
                                terminal,
                                (other, words) -> commandLine(installation, other).execute(words)));
        local.forEach(commands::addSubcommand);
        commands.addSubcommand(new Top(contexts, terminal))
                .addSubcommand(Config.commandLine(installation, contexts, terminal))
                .addSubcommand(Dashboards.commandLine(installation, contexts, terminal))
                .addSubcommand(Alerts.commandLine(installation, terminal))
                .addSubcommand(TopicsCommands.commandLine(contexts, terminal))
                .addSubcommand(ConsumerGroups.commandLine(contexts, terminal))
                .addSubcommand(EventsCommands.commandLine(contexts, terminal))
                .addSubcommand(Dlt.commandLine(contexts, terminal))
                .addSubcommand(OutboxCommands.commandLine(contexts, terminal))
                .addSubcommand(Db.commandLine(contexts, terminal))
                .addSubcommand(Projections.commandLine(contexts, terminal))
                .addSubcommand(Counters.commandLine(contexts, terminal))
                .addSubcommand(MediaCommands.commandLine(contexts, terminal))
                .addSubcommand(SearchCommands.commandLine(contexts, terminal))
                .addSubcommand(new ChecksumCommand(contexts, terminal))
                .addSubcommand(new Seed(contexts, installation, terminal))
                .addSubcommand(Users.commandLine(contexts, terminal))
                .addSubcommand(Load.commandLine(contexts, installation, terminal))
                .addSubcommand(ContextCommand.commandLine(contexts, terminal))
                .addSubcommand(Compose.commandLine(installation, terminal))
                .addSubcommand(new SchemaDocument(terminal))
                .addSubcommand(new Completion(terminal))
                .addSubcommand(new MakeCaches(installation, terminal))
                .addSubcommand(new MakeManPages(terminal))
                .addSubcommand(new MakeHelpTexts(terminal))
                .addSubcommand(new Version(terminal));
        CommandGroups.use(commands);
        Errors errors = new Errors(terminal, () -> root.debug);
        return commands.setColorScheme(
                        CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(parsed -> {
                    try {
                        requireLocalPlatform(parsed, local, contexts);
                        int exitCode = new CommandLine.RunLast().execute(parsed);
                        terminal.requireWritten();
                        return exitCode;
                    } catch (OperatorError error) {
                        // The handler receives only exceptions that commands throw.
                        throw new CommandLine.ExecutionException(commands, error.line(), error);
                    }
                })
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors);
    }

    private static void requireLocalPlatform(
            ParseResult parsed, List<Object> local, Contexts contexts) {
        CommandSpec command = parsed.asCommandLineList().getLast().getCommandSpec();
        if (local.contains(command.userObject()) && !parsed.isUsageHelpRequested()) {
            contexts.requireLocal(command.qualifiedName());
        }
    }
}
