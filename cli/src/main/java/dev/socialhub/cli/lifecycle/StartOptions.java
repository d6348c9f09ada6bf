package dev.socialhub.cli.lifecycle;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.OutputFormat;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options of every command that starts processes. */
final class StartOptions {
    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "180",
            description = "How long each process may take to be ready (${DEFAULT-VALUE}).")
    int timeout;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "What to print at the end: ${COMPLETION-CANDIDATES}.")
    OutputFormat output = OutputFormat.table;

    /** How long to wait for each process. */
    Duration timeout() {
        if (timeout < 1) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "--timeout is " + timeout, "give at least one second");
        }
        return Duration.ofSeconds(timeout);
    }
}
