package dev.socialhub.cli.checksum;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.ops.Operator;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl checksum}. */
@Command(
        name = "checksum",
        description = {
            "Print a digest of every table and collection of the services. Equal rows have equal"
                    + " digests, on this platform or another, in any order.",
            "",
            "Data in transit (events, answers kept for repeated requests) and sign-ins are not"
                    + " part of it. Compare platforms that are idle and have handled all their"
                    + " events.",
            "",
            "Exits with 0 when it is done, 3 if --compare finds differences, 4 for a service or"
                    + " file that doesn't exist, 69 if nothing runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl checksum",
            "  socialhubctl checksum -o json > before.json",
            "  socialhubctl checksum --compare before.json"
        })
public final class ChecksumCommand implements Callable<Integer> {
    /** A service reads all that it has before it answers. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "SVC", arity = "0..*", description = "Services; all by default.")
    List<String> names = List.of();

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "Show the differences from this file, which -o json has written.")
    @Nullable Path compare;

    @Mixin Output output = new Output();

    /** Makes the command; nothing is asked before it runs. */
    public ChecksumCommand(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path file = compare;
        ChecksumReport before = file == null ? null : ChecksumReport.read(file);
        ChecksumReport now = currentChecksums(contexts.target());
        if (before == null) {
            output.print(terminal, now::table, now);
            return ExitCode.DONE;
        }
        ComparisonReport report = ComparisonReport.between(before, now, compared(before, now));
        output.print(terminal, report::table, report);
        if (output.isHumanReadable()) {
            terminal.say(
                    report.equal()
                            ? "Nothing has changed."
                            : report.differences().size() + " parts have changed.");
        }
        return report.equal() ? ExitCode.DONE : ExitCode.PROBLEMS_FOUND;
    }

    private ChecksumReport currentChecksums(Target target) {
        OpsClient ops = Operator.of(target, TIMEOUT);
        List<TableChecksum> parts = new ArrayList<>();
        for (Endpoint service : ops.offering(target, "checksum", names)) {
            for (JsonNode part : ops.get(service, "checksum").path("parts")) {
                parts.add(
                        new TableChecksum(
                                service.service(),
                                part.path("name").asText(),
                                part.path("rows").asLong(),
                                part.path("digest").asText()));
            }
        }
        return ChecksumReport.of(parts);
    }

    /** The named services, or all that exist and all that the earlier checksum names. */
    private List<String> compared(ChecksumReport before, ChecksumReport now) {
        return names.isEmpty()
                ? Stream.concat(before.parts().stream(), now.parts().stream())
                        .map(TableChecksum::service)
                        .distinct()
                        .toList()
                : names;
    }
}
