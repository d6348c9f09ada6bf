package dev.socialhub.cli.top;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.machine.ProcessMemory;
import dev.socialhub.cli.metrics.Exposition;
import dev.socialhub.cli.metrics.WatchedProcess;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.contracts.event.ConsumerGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Reads all processes, again and again: one request to each, and one query to Kafka. */
final class MetricsReader implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final List<WatchedProcess> watched;
    private final Http http;
    private final Bus bus;
    private final ProcessMemory memory;
    private final LongSupplier nanos;
    private final ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, ProcessReading> before = new HashMap<>();

    MetricsReader(
            List<WatchedProcess> watched,
            Http http,
            Bus bus,
            ProcessMemory memory,
            LongSupplier nanos) {
        this.watched = List.copyOf(watched);
        this.http = http;
        this.bus = bus;
        this.memory = memory;
        this.nanos = nanos;
    }

    /** Stores the current readings, for the next ones to compare with. */
    void begin() throws InterruptedException {
        before.putAll(readings());
    }

    /** How busy each process was since the last reading. */
    List<ServiceLoad> again() throws InterruptedException {
        Future<Map<String, Long>> asked = atOnce.submit(this::unread);
        Map<String, ProcessReading> now = readings();
        Map<String, Long> unread = inTime(asked);
        Set<String> reportedServices = new HashSet<>();
        List<ServiceLoad> loads = new ArrayList<>();
        for (WatchedProcess one : watched) {
            // A group's lag belongs to all instances; it is shown once.
            Long lag = reportedServices.add(one.service()) ? unread.get(one.service()) : null;
            Long bytes = one.pid().map(memory::of).map(MetricsReader::boxed).orElse(null);
            ProcessReading last = before.get(one.name());
            ProcessReading latest = now.get(one.name());
            loads.add(
                    latest == null
                            ? ServiceLoad.silent(one.name(), lag, bytes)
                            : ServiceLoad.between(
                                    one.name(), last == null ? latest : last, latest, lag, bytes));
        }
        before.clear();
        before.putAll(now);
        return loads;
    }

    @Override
    public void close() {
        atOnce.shutdownNow();
    }

    private Map<String, ProcessReading> readings() throws InterruptedException {
        Map<WatchedProcess, Future<ProcessReading>> asked = new HashMap<>();
        for (WatchedProcess one : watched) {
            one.metrics().ifPresent(url -> asked.put(one, atOnce.submit(() -> reading(url))));
        }
        Map<String, ProcessReading> readings = new HashMap<>();
        for (Map.Entry<WatchedProcess, Future<ProcessReading>> answer : asked.entrySet()) {
            result(answer.getValue())
                    .ifPresent(reading -> readings.put(answer.getKey().name(), reading));
        }
        return readings;
    }

    private ProcessReading reading(String url) throws IOException {
        Http.Answer answer = http.send("GET", url, Map.of(), null);
        if (answer.status() != 200) {
            throw new IOException(answer.brief());
        }
        return ProcessReading.of(Exposition.parse(answer.text()), nanos.getAsLong());
    }

    /** The lag of the groups of each service. */
    private Map<String, Long> unread() {
        Map<String, Long> lags = new HashMap<>();
        for (ConsumerGroup group : ConsumerGroup.values()) {
            lags.merge(
                    group.service(), bus.lag(group.groupName(), group.subscription()), Long::sum);
        }
        return lags;
    }

    /** Empty when Kafka takes too long: the output doesn't wait for it. */
    private static Map<String, Long> inTime(Future<Map<String, Long>> asked)
            throws InterruptedException {
        try {
            return asked.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            asked.cancel(true);
            return Map.of();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof OperatorError) {
                return Map.of();
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private static @Nullable Long boxed(OptionalLong amount) {
        return amount.isPresent() ? amount.getAsLong() : null;
    }

    /** Empty for a process that doesn't answer, which is shown in the output. */
    private static <T> Optional<T> result(Future<T> answer) throws InterruptedException {
        try {
            return Optional.of(answer.get());
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException) {
                return Optional.empty();
            }
            throw new IllegalStateException(failure.getCause());
        }
    }
}
