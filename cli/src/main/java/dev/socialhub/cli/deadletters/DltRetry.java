package dev.socialhub.cli.deadletters;

import dev.socialhub.cli.audit.Audit;
import dev.socialhub.cli.audit.Audit.Deed;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.bus.RecordReader;
import dev.socialhub.cli.bus.RecordWriter;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.copy.CopyRecords;
import dev.socialhub.cli.copy.GroupProgress;
import dev.socialhub.cli.copy.RateLimit;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Interruption;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl dlt retry}. */
@Command(
        name = "retry",
        description = {
            "Have a group try its dead letters again, once what kept it from handling them is"
                    + " mended.",
            "",
            "Without --execute it shows its plan. With it, the letters go to their group alone, in"
                    + " their order, and take the effect that they never had. They are removed"
                    + " when Kafka has the copies, but stay with --key. Exits with 0 when all were"
                    + " handled, 3 if any came back, 4 if there is no such dead-letter topic, 69 if"
                    + " the platform is unavailable or nobody reads as the group, 124 if it gets"
                    + " nowhere."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl dlt retry posts             # shows the plan",
            "  socialhubctl dlt retry USER_TOPIC.posts.dlt --execute"
        })
final class DltRetry implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(
            paramLabel = "TOPIC|GROUP",
            description = "A dead-letter topic, or a group or topic with all of its own.")
    String name = "";

    @Option(names = "--key", paramLabel = "K", description = "Only letters with this key.")
    @Nullable String key;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Letters a second at most. Default: ${DEFAULT-VALUE}.")
    int rate;

    @Option(names = "--execute", description = "Really do it.")
    boolean execute;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit file.")
    @Nullable String reason;

    @Mixin Output output = new Output();

    DltRetry(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (rate < 1) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "--rate is " + rate, "give a number from 1 on");
        }
        Target target = contexts.target();
        try (Bus bus = KafkaBus.of(target);
                RecordReader reader = RecordReader.of(target)) {
            List<RetryDeadLetters> retries =
                    DeadLetterTopic.named(name, bus).stream()
                            .map(box ->
                                    new RetryDeadLetters(
                                            box, key, bus, reader::read, reader::ranges))
                            .toList();
            RetryReport report =
                    RetryReport.of(retries.stream().map(RetryDeadLetters::plan).toList());
            if (!execute || report.letters() == 0) {
                output.print(terminal, report::table, report);
                tellPlan(report);
                return ExitCode.DONE;
            }
            if (output.isForPeople()) {
                terminal.out().print(report.table());
                terminal.out().flush();
            }
            retries.forEach(one -> requireReader(one.box(), bus));
            return run(target, bus, reader, retries, report);
        }
    }

    private void tellPlan(RetryReport report) {
        if (report.letters() == 0) {
            terminal.say("There is no dead letter" + (key == null ? "." : " with that key."));
        } else if (output.isForPeople()) {
            terminal.say(
                    "Nothing was written: add --execute to try %d dead letters again."
                            .formatted(report.letters()));
        }
    }

    private int run(
            Target target,
            Bus bus,
            RecordReader reader,
            List<RetryDeadLetters> retries,
            RetryReport report) {
        Audit audit = Audit.of(target);
        Deed deed = new Deed("dlt retry", Instant.now().toString(), reason, report);
        audit.begun(deed);
        String outcome = "failed";
        try (Interruption interruption = Interruption.expected();
                ProgressDisplay progress = ProgressDisplay.on(terminal);
                RecordWriter writer = RecordWriter.of(target)) {
            long cameBack = 0;
            for (RetryDeadLetters retry : retries) {
                GroupProgress handling =
                        GroupProgress.of(bus, List.of(retry.box().group()), progress);
                CopyRecords copying =
                        new CopyRecords(reader::read, writer::write, RateLimit.of(rate), handling);
                if (!retry.write(copying, interruption::absent)) {
                    outcome = "stopped";
                    terminal.say(
                            "Stopped: the letters in %s stay. Those that were handled already have"
                                            .formatted(retry.box().topic())
                                    + " their effect once, however often they are tried.");
                    return ExitCode.INTERRUPTED;
                }
                handling.awaitAll(interruption::absent);
                cameBack += retry.cameBack();
            }
            RetryReport result =
                    RetryReport.of(
                            report.topics(),
                            retries.stream().mapToLong(RetryDeadLetters::written).sum(),
                            cameBack);
            outcome = "retried %d, came back %d".formatted(result.retried(), cameBack);
            output.print(terminal, () -> "", result);
            tellEnd(result);
            return cameBack == 0 ? ExitCode.DONE : ExitCode.PROBLEMS_FOUND;
        } finally {
            audit.ended(deed, outcome);
        }
    }

    private void tellEnd(RetryReport result) {
        terminal.say(
                "%d dead letters were tried again, %d came back."
                        .formatted(result.retried(), result.cameBack()));
        if (key != null) {
            terminal.say(
                    "They stay where they lay, since others lie between them; `socialhubctl dlt"
                            + " retry` without --key removes what it has tried.");
        } else if (result.cameBack() > 0) {
            terminal.say("`socialhubctl dlt show " + name + "` says why.");
        }
    }

    /** A dead letter is safer where it is stored than on a topic that no group reads. */
    private static void requireReader(DeadLetterTopic box, Bus bus) {
        boolean read = bus.group(box.group()).filter(group -> group.members() > 0).isPresent();
        if (!read) {
            throw new OperatorError(
                    ExitCode.PLATFORM_UNAVAILABLE,
                    "nobody reads as group " + box.group(),
                    "socialhubctl verify --stage 3");
        }
    }
}
