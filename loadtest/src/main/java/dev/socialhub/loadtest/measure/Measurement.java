package dev.socialhub.loadtest.measure;

import dev.socialhub.loadtest.format.Outcome;
import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.format.Outcome.GeneratorUsage;
import dev.socialhub.loadtest.format.Phase;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.run.OperationCounts;
import dev.socialhub.loadtest.run.PhaseSchedule;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Both journals of a run, and the outcome that is made from them. */
public final class Measurement {

    private final Plan plan;
    private final Map<String, Double> shares;
    private final Journal warmUp;
    private final Journal measured;
    private volatile long offered;

    /**
     * @param shares which part of the plan's rate each operation has
     */
    public Measurement(Plan plan, Map<String, Double> shares) {
        this.plan = plan;
        this.shares = new LinkedHashMap<>(shares);
        this.warmUp = new Journal(List.copyOf(shares.keySet()));
        this.measured = new Journal(List.copyOf(shares.keySet()));
        this.offered = plan.offered(plan.seconds());
    }

    /** Sets how many operations count, if the plan couldn't know that. */
    public void setOffered(long operations) {
        offered = operations;
    }

    /** The journal of a phase. */
    public Journal journal(Phase phase) {
        return phase == Phase.WARM_UP ? warmUp : measured;
    }

    /** What has happened in a phase so far. */
    public OperationCounts counts(Phase phase) {
        return journal(phase).counts();
    }

    /** The outcome, once the run is over. */
    public Outcome outcome(PhaseSchedule.Frame frame, List<Finding> findings) {
        return new Outcome(
                Outcome.VERSION,
                plan.run(),
                plan.profile(),
                frame.began().toString(),
                frame.ended().toString(),
                plan.seconds(),
                measured.close(name -> Math.round(offered * shares.getOrDefault(name, 1.0))),
                findings,
                measured.postponements(),
                measured.refusals(),
                new GeneratorUsage(frame.cpuSeconds(), heapPeak(), measured.lateMillis()));
    }

    /** The sum of what each part of the heap held at its fullest. */
    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
