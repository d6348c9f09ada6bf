package dev.socialhub.cli.top;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.machine.ProcessMemory;
import dev.socialhub.cli.metrics.WatchedProcess;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.cli.terminal.TypedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl top}. */
@Command(
        name = "top",
        description = {
            "Show how busy each service is: requests, errors and latency, unhandled and unsent"
                    + " events, memory, CPU.",
            "",
            "On a terminal it is redrawn until q or Ctrl-C; in a pipe each sample is a separate"
                    + " block of lines or a separate document. Rates and quantiles are those since"
                    + " the previous sample. Requests for health and metrics don't count. Exits"
                    + " with 0, or 69 if nothing runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl top",
            "  socialhubctl top --interval 10s",
            "  socialhubctl top --count 1 -o json"
        })
public final class Top implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String HOME = "\u001b[H";
    private static final String CLEAR = "\u001b[2J";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_REST = "\u001b[J";

    private final Contexts contexts;
    private final Terminal terminal;
    private final CountDownLatch quit = new CountDownLatch(1);

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            defaultValue = "2s",
            description = "The time between two samples (${DEFAULT-VALUE}).")
    String interval = "2s";

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "End after this many samples; by default, continue.")
    @Nullable Integer count;

    @Mixin Output output = new Output();

    public Top(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Duration between = TypedTime.length(interval);
        if (between.isZero()) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "--interval is " + interval, "give 1s or more");
        }
        if (count != null && count < 1) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "--count is " + count, "give a number of 1 or more");
        }
        Target target = contexts.target();
        boolean redrawn = output.isHumanReadable() && terminal.redrawsResults();
        try (Bus bus = KafkaBus.of(target);
                MetricsReader reader =
                        new MetricsReader(
                                WatchedProcess.of(target),
                                new Http(TIMEOUT, TIMEOUT),
                                bus,
                                new ProcessMemory(Path.of("/proc")),
                                System::nanoTime);
                KeyPresses _ = redrawn ? KeyPresses.onQuit(quit::countDown) : null) {
            watch(reader, between, redrawn);
        }
        return ExitCode.DONE;
    }

    private void watch(MetricsReader reader, Duration between, boolean redrawn)
            throws InterruptedException {
        reader.begin();
        for (int samples = 0; count == null || samples < count; samples++) {
            if (quit.await(between.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            LoadSample sample = LoadSample.of(Instant.now(), reader.again());
            if (redrawn) {
                redraw(sample, samples == 0);
            } else {
                output.print(
                        terminal, () -> sample.at() + "\n" + sample.table(terminal) + "\n", sample);
            }
            // The reader of a pipe may have closed it.
            if (terminal.out().checkError()) {
                return;
            }
        }
    }

    private void redraw(LoadSample sample, boolean first) {
        StringBuilder frame = new StringBuilder(first ? CLEAR + HOME : HOME);
        frame.append("every %s, q ends  %s".formatted(interval, sample.at()))
                .append(CLEAR_LINE)
                .append("\n\n");
        sample.table(terminal)
                .lines()
                .forEach(line -> frame.append(line).append(CLEAR_LINE).append('\n'));
        terminal.out().print(frame.append(CLEAR_REST));
        terminal.out().flush();
    }
}
