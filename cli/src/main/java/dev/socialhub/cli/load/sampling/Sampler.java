package dev.socialhub.cli.load.sampling;

import dev.socialhub.cli.load.sampling.Observer.Depth;
import dev.socialhub.cli.metrics.WatchedProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Measures all processes once a second in the background, and on demand. CPU is read each time;
 * memory and metrics, whose reading costs the measured processes something, every fifth time.
 */
public final class Sampler implements AutoCloseable {
    private static final int FULL_SAMPLE_INTERVAL = 5;
    private static final Depth ALL = new Depth(true, true);
    private static final Depth CPU_ONLY = new Depth(false, false);

    private final List<WatchedProcess> watched;
    private final Observer observer;
    private final List<ProcessSample> readings = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("sampler").factory());
    private final Future<?> work;

    /** Starts measuring. */
    public Sampler(List<WatchedProcess> watched, Observer observer) {
        this.watched = List.copyOf(watched);
        this.observer = observer;
        this.work = background.submit(this::sampleUntilEnded);
    }

    /** The processes that are measured. */
    public List<WatchedProcess> watched() {
        return watched;
    }

    /** Discards the readings so far, which are then in no curve. */
    public synchronized void forget() {
        readings.clear();
    }

    /** Marks the beginning or the end of the measured part with a reading of everything. */
    public Mark mark() throws InterruptedException {
        return new Mark(add(observer.sample(watched, ALL)));
    }

    /** A moment at which counting begins or ends. */
    public static final class Mark {
        private final ProcessSample reading;

        Mark(ProcessSample reading) {
            this.reading = reading;
        }

        ProcessSample reading() {
            return reading;
        }
    }

    /** The gateway or service instance with the most CPU since the last reading; empty at first. */
    public String busiest() {
        List<ProcessSample> latest = snapshot();
        if (latest.size() < 2) {
            return "";
        }
        ProcessSample now = latest.getLast();
        ProcessSample before = latest.get(latest.size() - 2);
        return watched.stream()
                .filter(one -> one.metrics().isPresent())
                .filter(one -> now.cpuSeconds().containsKey(one.name()))
                .map(one -> new Busy(one.name(), cores(one.name(), before, now)))
                .max((one, other) -> Double.compare(one.cores(), other.cores()))
                .map(Busy::text)
                .orElse("");
    }

    /** The lag of all groups together, as far as services report it; empty while none does. */
    public String lag() {
        List<ProcessSample> latest = snapshot();
        for (ProcessSample reading : latest.reversed()) {
            if (reading.reported().values().stream()
                    .anyMatch(figures -> !figures.lags().isEmpty())) {
                double events =
                        reading.reported().values().stream()
                                .flatMap(figures -> figures.lags().values().stream())
                                .mapToDouble(Double::doubleValue)
                                .sum();
                return "lag " + Math.round(events);
            }
        }
        return "";
    }

    /** The readings so far, as curves and as sums of the part between two marks. */
    public Measured between(Mark begin, Mark end) {
        return Measured.of(watched, snapshot(), begin.reading(), end.reading());
    }

    /** Stops measuring. */
    @Override
    public void close() {
        ended.countDown();
        background.shutdown();
        try {
            work.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private record Busy(String name, double cores) {
        String text() {
            return "%s %d%%".formatted(name, Math.round(cores * 100));
        }
    }

    private Void sampleUntilEnded() throws InterruptedException {
        for (int count = 0; !ended.await(1, TimeUnit.SECONDS); count++) {
            boolean full = count % FULL_SAMPLE_INTERVAL == 0;
            add(observer.sample(watched, full ? ALL : CPU_ONLY));
        }
        return null;
    }

    private static double cores(String name, ProcessSample before, ProcessSample now) {
        Double last = before.cpuSeconds().get(name);
        Double latest = now.cpuSeconds().get(name);
        return last == null || latest == null ? 0 : (latest - last) / now.since(before);
    }

    private synchronized ProcessSample add(ProcessSample reading) {
        readings.add(reading);
        return reading;
    }

    private synchronized List<ProcessSample> snapshot() {
        return List.copyOf(readings);
    }
}
