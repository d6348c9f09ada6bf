package dev.socialhub.cli.replay;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Interruption;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl events replay}. */
@Command(
        name = "replay",
        description = {
            "Replay events of a live topic for the groups that read it.",
            "",
            "Without --execute it reads them and shows its plan. With it, they are written to the"
                    + " topic's replay topic, with their keys and in their order, never to a live"
                    + " topic. Groups handle them as their services declare: PROJECT handles them,"
                    + " and none takes effect twice; SUPPRESS leaves out what reaches users; REFUSE"
                    + " never sees them. Ctrl-C or a kill loses nothing: --resume continues. Exits"
                    + " with 0 when done, 4 for an unknown topic, group or replay, 5 if it is"
                    + " refused, 69 if the platform is unavailable, 124 if a group makes no"
                    + " progress."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl events replay --topic POST_TOPIC --from 1h      # shows the plan",
            "  socialhubctl events replay --topic USER_TOPIC --group posts --execute",
            "  socialhubctl events replay --topic POST_TOPIC --to-topic POST_TOPIC.look --execute",
            "  socialhubctl events replay --resume 20260131-120000-7f3a --execute"
        })
public final class EventsReplay implements Callable<Integer> {
    private static final int DEFAULT_RATE = 2_000;
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Contexts contexts;
    private final Terminal terminal;
    private final Clock clock = Clock.systemUTC();

    @Mixin ReplayChoice choice = new ReplayChoice();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Events a second at most. 2000 by default.")
    @Nullable Integer rate;

    @Option(
            names = "--resume",
            paramLabel = "ID",
            description = "Continue a replay that was started.")
    @Nullable String resume;

    @Option(names = "--execute", description = "Really do it.")
    boolean execute;

    @Option(
            names = "--no-wait",
            description = "Don't wait until the groups have handled the events.")
    boolean noWait;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Reason, for the audit file.")
    @Nullable String reason;

    @Mixin Output output = new Output();

    public EventsReplay(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (rate != null && rate < 1) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "--rate is " + rate, "give a number of 1 or more");
        }
        if (resume != null && !choice.isEmpty()) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "--resume continues with the options of the first start",
                    "leave the other options out");
        }
        Optional<ReplayRequest> request =
                resume == null ? Optional.of(choice.request(clock)) : Optional.empty();
        try (ReplayBus bus = new ReplayBus(contexts.target())) {
            SavedReplay replay =
                    request.map(bus::plan)
                            .map(this::begin)
                            .orElseGet(() -> bus.saved(String.valueOf(resume)));
            return execute ? execute(bus, replay) : preview(replay);
        }
    }

    private SavedReplay begin(ReplayPlan plan) {
        return SavedReplay.begin(newId(clock.instant()), DEFAULT_RATE, reason, plan);
    }

    private int preview(SavedReplay replay) {
        ReplayPlan plan = replay.plan();
        ReplayReport report =
                resume == null ? ReplayReport.of(plan) : ReplayReport.of(replay, false, false);
        output.print(terminal, () -> ReplayReport.table(plan), report);
        if (output.isHumanReadable()) {
            new ReplayTexts(terminal).plan(replay, rate == null ? replay.rate() : rate);
            terminal.say(
                    plan.events() - replay.written() <= 0
                            ? "There is nothing to write."
                            : "Nothing was written: add --execute to do it.");
        }
        return ExitCode.DONE;
    }

    private int execute(ReplayBus bus, SavedReplay begun) {
        SavedReplay replay = rate == null ? begun : begun.atRate(rate);
        ReplayPlan plan = replay.plan();
        if (output.isHumanReadable()) {
            terminal.out().print(ReplayReport.table(plan));
            terminal.out().flush();
            new ReplayTexts(terminal).plan(replay, replay.rate());
        }
        if (!plan.shadow() && plan.groups().isEmpty()) {
            throw new OperatorError(
                    ExitCode.REFUSED,
                    "no group accepts a replay of " + plan.topic(),
                    "--to-topic writes the events to a topic for inspection");
        }
        if (plan.events() == 0) {
            output.print(terminal, () -> "", ReplayReport.of(plan));
            terminal.say("There is nothing to write.");
            return ExitCode.DONE;
        }
        terminal.say("Replay " + replay.id() + ".");
        String resumeCommand = "socialhubctl events replay --resume " + replay.id() + " --execute";
        try (Interruption interruption = Interruption.expected();
                ProgressDisplay progress = ProgressDisplay.on(terminal)) {
            ReplayBus.Ending ending =
                    bus.run(replay, !noWait && !plan.shadow(), interruption, progress);
            output.print(
                    terminal, () -> "", ReplayReport.of(ending.replay(), true, ending.handled()));
            new ReplayTexts(terminal).ending(ending, resumeCommand);
            return interruption.absent() ? ExitCode.DONE : ExitCode.INTERRUPTED;
        } catch (OperatorError failure) {
            throw new OperatorError(
                    failure.exitCode(),
                    String.valueOf(failure.getMessage()),
                    failure.fix() + "; then continue with `" + resumeCommand + "`",
                    failure);
        }
    }

    private static String newId(Instant now) {
        return ID_TIME.format(now)
                + "-"
                + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
    }
}
