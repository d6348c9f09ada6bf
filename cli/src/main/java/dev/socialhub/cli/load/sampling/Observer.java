package dev.socialhub.cli.load.sampling;

import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.machine.CpuModel;
import dev.socialhub.cli.machine.ProcessMemory;
import dev.socialhub.cli.machine.ProcessTable;
import dev.socialhub.cli.metrics.Exposition;
import dev.socialhub.cli.metrics.WatchedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/** Measures processes: from outside where they run here, and otherwise by their metrics. */
public final class Observer implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Path proc;
    private final Http http = new Http(TIMEOUT, TIMEOUT);
    private final LongSupplier nanos;
    private final ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param proc the folder in which the kernel lists processes
     */
    public Observer(Path proc, LongSupplier nanos) {
        this.proc = proc;
        this.nanos = nanos;
    }

    /**
     * What is read in addition to CPU, which is always read since that costs the measured processes
     * nothing.
     */
    record Depth(boolean memory, boolean metrics) {}

    ProcessSample sample(List<WatchedProcess> watched, Depth depth) throws InterruptedException {
        ProcessTable table = ProcessTable.read(proc);
        long now = nanos.getAsLong();
        OptionalDouble machine = new CpuModel(proc).busySeconds();
        Map<String, Double> cpu = new HashMap<>();
        Map<String, Double> births = new HashMap<>();
        Map<String, Long> memory = new HashMap<>();
        for (WatchedProcess one : watched) {
            if (one.pid().isPresent()) {
                long pid = one.pid().get();
                table.cpuSeconds(pid).ifPresent(seconds -> cpu.put(one.name(), seconds));
                table.started(pid).ifPresent(tick -> births.put(one.name(), (double) tick));
                if (depth.memory()) {
                    OptionalLong bytes = new ProcessMemory(proc).ofAll(table.family(pid).stream());
                    bytes.ifPresent(amount -> memory.put(one.name(), amount));
                }
            }
        }
        Map<String, Figures> figuresByName = depth.metrics() ? ask(watched) : Map.of();
        for (WatchedProcess one : watched) {
            Figures figures = figuresByName.get(one.name());
            if (one.pid().isEmpty() && figures != null) {
                figures.cpuSeconds().ifPresent(seconds -> cpu.put(one.name(), seconds));
                figures.started().ifPresent(since -> births.put(one.name(), since));
            }
        }
        return new ProcessSample(now, cpu, births, machine, memory, figuresByName);
    }

    @Override
    public void close() {
        atOnce.shutdownNow();
    }

    private Map<String, Figures> ask(List<WatchedProcess> watched) throws InterruptedException {
        Map<String, Future<Figures>> asked = new HashMap<>();
        for (WatchedProcess one : watched) {
            one.metrics().ifPresent(url -> asked.put(one.name(), atOnce.submit(() -> ask(url))));
        }
        Map<String, Figures> figuresByName = new HashMap<>();
        for (Map.Entry<String, Future<Figures>> answer : asked.entrySet()) {
            try {
                figuresByName.put(answer.getKey(), answer.getValue().get());
            } catch (ExecutionException failure) {
                // A process that doesn't answer under load leaves a visible gap in its curve.
                if (!(failure.getCause() instanceof IOException)) {
                    throw new IllegalStateException(failure.getCause());
                }
            }
        }
        return figuresByName;
    }

    private Figures ask(String url) throws IOException {
        Http.Answer answer = http.send("GET", url, Map.of(), null);
        if (answer.status() != 200) {
            throw new IOException(answer.brief());
        }
        return Figures.of(Exposition.parse(answer.text()));
    }
}
