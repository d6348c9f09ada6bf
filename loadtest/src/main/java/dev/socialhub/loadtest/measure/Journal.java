package dev.socialhub.loadtest.measure;

import dev.socialhub.loadtest.format.Outcome.Operation;
import dev.socialhub.loadtest.run.OperationCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.HdrHistogram.ConcurrentHistogram;

/** What happened in one phase. */
public final class Journal {

    private static final int DIGITS = 2;
    private static final double MICROS = 1_000.0;

    private final Map<String, OperationTimes> operations = new LinkedHashMap<>();
    private final LongAdder postponed = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final ConcurrentHistogram late = new ConcurrentHistogram(DIGITS);

    /**
     * @param names of all operations that there will be
     */
    public Journal(List<String> names) {
        names.forEach(name -> operations.put(name, new OperationTimes(name)));
    }

    /** Where an operation is written down. */
    public OperationTimes of(String operation) {
        return Objects.requireNonNull(
                operations.get(operation), () -> operation + " isn't an operation of this profile");
    }

    /** An answer asked to come back later, and the client will. */
    public void postponed() {
        postponed.increment();
    }

    /** An answer refused the request, and the refusal was final. */
    public void refused() {
        refused.increment();
    }

    /** An operation began so long after it was due. */
    public void late(long nanos) {
        late.recordValue(Math.max(0, nanos) / 1_000);
    }

    /** Of all operations together. */
    public OperationCounts counts() {
        return operations.values().stream()
                .map(OperationTimes::counts)
                .reduce(new OperationCounts(0, 0, 0), OperationCounts::plus);
    }

    long postponements() {
        return postponed.sum();
    }

    long refusals() {
        return refused.sum();
    }

    double lateMillis() {
        return Rounding.toThousandths(late.getValueAtPercentile(99) / MICROS);
    }

    List<Operation> close(ToLongFunction<String> offered) {
        return operations.entrySet().stream()
                .map(one -> one.getValue().close(offered.applyAsLong(one.getKey())))
                .toList();
    }
}
