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
            "Have a group retry its dead letters, once the cause of their failure is fixed.",
            "",
            "Without --execute it shows its plan. With it, the dead letters go only to their"
                    + " group, in their order, and take the effect that they never had. They are"
                    + " deleted when Kafka has stored the copies, but stay with --key. Exits with"
                    + " 0 when all were handled, 3 if any failed again, 4 if there is no such"
                    + " dead-letter topic, 69 if the platform is unavailable or the group has no"
                    + " members, 124 if the group makes no progress."
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
            description = "Dead-letter topic, or a group or topic for all its dead-letter topics.")
    String name = "";

    @Option(names = "--key", paramLabel = "K", description = "Only dead letters with this key.")
    @Nullable String key;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Dead letters per second at most. Default: ${DEFAULT-VALUE}.")
    int rate;

    @Option(names = "--execute", description = "Really do it.")
    boolean execute;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Reason for the audit file.")
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
                            .map(topic ->
                                    new RetryDeadLetters(
                                            topic, key, bus, reader::read, reader::ranges))
                            .toList();
            RetryReport report =
                    RetryReport.of(retries.stream().map(RetryDeadLetters::plan).toList());
            if (!execute || report.letters() == 0) {
                output.print(terminal, report::table, report);
                printPlan(report);
                return ExitCode.DONE;
            }
            if (output.isHumanReadable()) {
                terminal.out().print(report.table());
                terminal.out().flush();
            }
            retries.forEach(one -> requireConsumer(one.topic(), bus));
            return run(target, bus, reader, retries, report);
        }
    }

    private void printPlan(RetryReport report) {
        if (report.letters() == 0) {
            terminal.say("There are no dead letters" + (key == null ? "." : " with that key."));
        } else if (output.isHumanReadable()) {
            terminal.say(
                    "Nothing was written: add --execute to retry %d dead letters."
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
                GroupProgress groupProgress =
                        GroupProgress.of(bus, List.of(retry.topic().group()), progress);
                CopyRecords copying =
                        new CopyRecords(
                                reader::read, writer::write, RateLimit.of(rate), groupProgress);
                if (!retry.write(copying, interruption::absent)) {
                    outcome = "stopped";
                    terminal.say(
                            "Stopped: the dead letters in %s stay. Those that were already handled"
                                            .formatted(retry.topic().topic())
                                    + " have their effect only once, however often they are"
                                    + " retried.");
                    return ExitCode.INTERRUPTED;
                }
                groupProgress.awaitAll(interruption::absent);
                cameBack += retry.cameBack();
            }
            RetryReport result =
                    RetryReport.of(
                            report.topics(),
                            retries.stream().mapToLong(RetryDeadLetters::written).sum(),
                            cameBack);
            outcome = "retried %d, failed again %d".formatted(result.retried(), cameBack);
            output.print(terminal, () -> "", result);
            printResult(result);
            return cameBack == 0 ? ExitCode.DONE : ExitCode.PROBLEMS_FOUND;
        } finally {
            audit.ended(deed, outcome);
        }
    }

    private void printResult(RetryReport result) {
        terminal.say(
                "%d dead letters were retried, %d failed again."
                        .formatted(result.retried(), result.cameBack()));
        if (key != null) {
            terminal.say(
                    "They stay in their topic, because other dead letters are between them;"
                            + " `socialhubctl dlt retry` without --key deletes what it has"
                            + " retried.");
        } else if (result.cameBack() > 0) {
            terminal.say("`socialhubctl dlt show " + name + "` shows why.");
        }
    }

    /** A dead letter is safer where it is stored than on a topic that no group reads. */
    private static void requireConsumer(DeadLetterTopic topic, Bus bus) {
        boolean read = bus.group(topic.group()).filter(group -> group.members() > 0).isPresent();
        if (!read) {
            throw new OperatorError(
                    ExitCode.PLATFORM_UNAVAILABLE,
                    "no consumer reads as group " + topic.group(),
                    "socialhubctl verify --stage 3");
        }
    }
}
