package dev.socialhub.cli.deadletters;

import dev.socialhub.cli.audit.Audit;
import dev.socialhub.cli.audit.Audit.Deed;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.bus.RecordReader;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl dlt purge}. */
@Command(
        name = "purge",
        description = {
            "Delete dead letters. Their effects never happen.",
            "",
            "Without --execute it shows what would be deleted, and exits with 5. Dead letters that"
                    + " arrive in the meantime stay. Exits with 0 when done, 4 if there is no such"
                    + " dead-letter topic, 69 if the platform is unavailable."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl dlt purge notifications             # shows what would be deleted",
            "  socialhubctl dlt purge POST_TOPIC.notifications.dlt --execute"
        })
final class DltPurge implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(
            paramLabel = "TOPIC|GROUP",
            description = "Dead-letter topic, or a group or topic for all its dead-letter topics.")
    String name = "";

    @Option(names = "--execute", description = "Really do it.")
    boolean execute;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Reason for the audit file.")
    @Nullable String reason;

    @Mixin Output output = new Output();

    DltPurge(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Target target = contexts.target();
        try (Bus bus = KafkaBus.of(target);
                RecordReader reader = RecordReader.of(target)) {
            List<DeadLetterSummary> found = new ArrayList<>();
            Map<Partition, Long> ends = new TreeMap<>();
            for (DeadLetterTopic topic : DeadLetterTopic.named(name, bus)) {
                Map<Partition, Range> ranges = reader.ranges(List.of(topic.topic()));
                DeadLetterSummary.Count count = new DeadLetterSummary.Count(topic);
                reader.read(ranges, count::add);
                found.add(count.result());
                ranges.forEach((partition, range) -> ends.put(partition, range.to()));
            }
            DeadLettersReport report = DeadLettersReport.of(found, execute);
            output.print(terminal, report::table, report);
            if (report.letters() == 0) {
                terminal.say("There are no dead letters.");
                return ExitCode.DONE;
            }
            if (!execute) {
                throw new OperatorError(
                        ExitCode.REFUSED,
                        "nothing was deleted",
                        "add --execute to delete %d dead letters permanently"
                                .formatted(report.letters()));
            }
            purge(bus, ends, report, Audit.of(target));
            return ExitCode.DONE;
        }
    }

    private void purge(Bus bus, Map<Partition, Long> ends, DeadLettersReport report, Audit audit) {
        Deed deed = new Deed("dlt purge", Instant.now().toString(), reason, report);
        audit.begun(deed);
        String outcome = "failed";
        try {
            bus.discard(ends);
            outcome = "deleted: " + report.letters();
            terminal.say(report.letters() + " dead letters were deleted.");
        } finally {
            audit.ended(deed, outcome);
        }
    }
}
