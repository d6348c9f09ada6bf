package dev.socialhub.cli.platform;

import dev.socialhub.cli.logs.LogSource;
import dev.socialhub.cli.logs.LogView;
import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl logs}. */
@Command(
        name = "logs",
        description = {
            "Show what the processes logged, merged by time.",
            "",
            "A service's name means all its instances, posts-2 the second of posts."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl logs",
            "  socialhubctl logs -f posts notifications",
            "  socialhubctl logs -n 500 kafka",
            "  socialhubctl logs -f posts-2"
        })
public final class Logs implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Installation installation;
    private final Terminal terminal;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is added, until Ctrl-C.")
    boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "LINES",
            defaultValue = "100",
            description = "How many of the last entries to show (${DEFAULT-VALUE}).")
    int lines;

    @Parameters(
            paramLabel = "SVC",
            arity = "0..*",
            completionCandidates = ProcessNames.class,
            description = "Processes; none means all.")
    List<String> names = List.of();

    public Logs(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (lines < 0) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "-n is " + lines, "give a number of lines, 0 or more");
        }
        Catalogue existing = new Platform(installation).existing();
        List<Component> wanted = names.isEmpty() ? existing.all() : existing.named(names);
        int width =
                wanted.stream().mapToInt(component -> component.name().length()).max().orElse(0);
        try (LogView view =
                new LogView(
                        sources(wanted), terminal, Clock.system(ZoneId.systemDefault()), width)) {
            if (follow) {
                view.follow(lines, this::waitForMore);
            } else {
                view.last(lines);
            }
        }
        return ExitCode.DONE;
    }

    private List<LogSource> sources(List<Component> components) {
        Home home = installation.home();
        List<LogSource> sources = new ArrayList<>();
        for (Component component : components) {
            String name = component.name();
            if (component.kind() == Kind.service) {
                sources.add(LogSource.ofJson(name, home.log(name)));
            }
            sources.add(LogSource.ofOutput(name, home.output(name)));
        }
        return sources;
    }

    /** Ends when the reader of a pipe is gone. */
    private boolean waitForMore() {
        Waiting.pause(BETWEEN_LOOKS);
        return !terminal.out().checkError();
    }
}
