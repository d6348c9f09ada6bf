package dev.socialhub.cli.logs;

import dev.socialhub.cli.concurrency.Polling;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.platform.Components;
import dev.socialhub.cli.platform.ProcessNames;
import dev.socialhub.cli.platform.ResolvePlatform;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl logs}. */
@Command(
        name = "logs",
        description = {
            "Show what the processes logged, merged by time.",
            "",
            "A service's name means all its instances, posts-2 the second instance of posts. Every"
                    + " answer of the gateway has its trace id in the header traceresponse, and"
                    + " every problem document in traceId; consumers of its events log with the"
                    + " same trace id. Exits with 2 if the trace id is invalid, 4 if a name is"
                    + " unknown."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl logs",
            "  socialhubctl logs -f posts notifications",
            "  socialhubctl logs -n 500 kafka",
            "  socialhubctl logs -f posts-2",
            "  socialhubctl logs --trace 4bf92f3577b34da6a3ce929d0e0e4736"
        })
public final class Logs implements Callable<Integer> {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

    /** The rotation limits of the services' logging configuration. */
    private static final int MAX_ROTATED = 4;

    private static final Pattern TRACE =
            Pattern.compile("(?:[0-9a-f]{2}-)?([0-9a-fA-F]{32})(?:-[0-9a-f]{16}-[0-9a-f]{2})?");

    private final Installation installation;
    private final Terminal terminal;

    @Option(
            names = {"-f", "--follow"},
            description = "Keep showing new entries, until Ctrl-C.")
    boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "LINES",
            defaultValue = "100",
            description = "How many of the last entries to show (${DEFAULT-VALUE}).")
    int lines;

    @Option(
            names = "--trace",
            paramLabel = "ID",
            description = "Show only entries of this trace: its id, or a whole traceparent.")
    @Nullable String trace;

    @Parameters(
            paramLabel = "SVC",
            arity = "0..*",
            completionCandidates = ProcessNames.class,
            description = "Processes; all if none is given.")
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
        Optional<String> traceId = traceId();
        Components existing = new ResolvePlatform(installation).existing().components();
        List<Component> wanted = names.isEmpty() ? existing.all() : existing.named(names);
        int width =
                wanted.stream().mapToInt(component -> component.name().length()).max().orElse(0);
        try (LogView view =
                new LogView(
                        sources(wanted, traceId.isPresent()),
                        terminal,
                        Clock.system(ZoneId.systemDefault()),
                        width,
                        traceId)) {
            if (follow) {
                view.follow(lines, this::waitForMore);
            } else if (!view.last(lines) && traceId.isPresent() && lines > 0) {
                terminal.say("The logs have no entry of trace " + traceId.get() + ".");
            }
        }
        return ExitCode.DONE;
    }

    private Optional<String> traceId() {
        if (trace == null) {
            return Optional.empty();
        }
        Matcher matcher = TRACE.matcher(trace);
        if (!matcher.matches()) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "'%s' is not a trace id".formatted(Printable.line(trace)),
                    "give its 32 digits, or a whole header traceresponse");
        }
        return Optional.of(matcher.group(1).toLowerCase(Locale.ROOT));
    }

    /**
     * @param traced whether only entries with a trace id are wanted, also those in rotated files
     */
    private List<LogSource> sources(List<Component> components, boolean traced) {
        HomeFolder home = installation.home();
        List<LogSource> sources = new ArrayList<>();
        for (Component component : components) {
            String name = component.name();
            if (component.kind() == Kind.service) {
                if (traced) {
                    rotated(home.log(name))
                            .forEach(file -> sources.add(LogSource.ofJson(name, file)));
                }
                sources.add(LogSource.ofJson(name, home.log(name)));
            }
            if (!traced) {
                sources.add(LogSource.ofOutput(name, home.output(name)));
            }
        }
        return sources;
    }

    /** The log's rotated files, the oldest first. */
    private static List<Path> rotated(Path log) {
        return IntStream.range(0, MAX_ROTATED)
                .mapToObj(age -> log.resolveSibling(log.getFileName() + "." + (MAX_ROTATED - age)))
                .filter(Files::exists)
                .toList();
    }

    /** Ends when the reader of a pipe has closed it. */
    private boolean waitForMore() {
        Polling.pause(POLL_INTERVAL);
        return !terminal.out().checkError();
    }
}
