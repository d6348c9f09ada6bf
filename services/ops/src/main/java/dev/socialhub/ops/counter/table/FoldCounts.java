package dev.socialhub.ops.counter.table;

import dev.socialhub.shared.housekeeping.Batches;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;

/** Folds pending changes into the counts of each {@link TableCounter}. */
@Singleton
@Requires(beans = TableCounter.class)
final class FoldCounts {

    private static final int BATCH = 1_000;

    private final List<CountTable> tables;
    private final CountRepository counts;

    FoldCounts(List<TableCounter> counters, CountRepository counts) {
        this.tables =
                counters.stream()
                        .map(TableCounter::table)
                        .filter(table -> table.deltas() != null)
                        .toList();
        this.counts = counts;
    }

    @Scheduled(
            initialDelay = "${socialhub.counts.fold-interval}",
            fixedDelay = "${socialhub.counts.fold-interval}")
    void fold() {
        for (CountTable table : tables) {
            Batches.run("Counts can't be folded", () -> foldSome(table));
        }
    }

    /** Changes never stop coming: a batch that isn't full is the last one of a run. */
    private int foldSome(CountTable table) {
        int folded = counts.fold(table, BATCH);
        return folded == BATCH ? folded : 0;
    }
}
