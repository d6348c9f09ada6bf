package dev.socialhub.ops.counter.table;

import dev.socialhub.ops.counter.CountedPage;
import dev.socialhub.ops.counter.Counter;
import dev.socialhub.ops.table.Column;
import dev.socialhub.ops.table.TableRepository;
import dev.socialhub.shared.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a table. Make it a bean.
 *
 * @param name what operators call it
 */
public record TableCounter(
        String name,
        CountTable table,
        CountRepository counts,
        TableRepository tables,
        RecountHooks hooks)
        implements Counter {

    private static final UUID FIRST = new UUID(0, 0);

    /** Ids per transaction: until it ends they stay locked, and their deltas can't be folded. */
    private static final int BATCH = 100;

    @Override
    public void requireKey(String text) {
        if (!Column.isId(text)) {
            throw ProblemException.invalid("after", "is not an id");
        }
    }

    @Override
    public CountedPage verify(@Nullable String after, int limit) {
        return page(compare(after, limit), limit);
    }

    @Override
    public CountedPage recount(@Nullable String after, int limit) {
        List<CountComparison> compared = compare(after, limit);
        List<UUID> wrong =
                compared.stream()
                        .filter(CountComparison::isWrong)
                        .map(CountComparison::id)
                        .toList();
        for (int from = 0; from < wrong.size(); from += BATCH) {
            settle(wrong.subList(from, Math.min(wrong.size(), from + BATCH)));
        }
        return page(compared, limit);
    }

    /**
     * Recomputes counts, while the counted rows change and deltas are folded. Locks first, and then
     * counts in a second statement, which sees the state at its own start.
     */
    private void settle(List<UUID> ids) {
        tables.inTransaction(() -> {
            hooks.lock(ids);
            tables.update(table.lock(), CountTable.IDS, List.of(ids));
            int settled = tables.update(table.settle(), CountTable.IDS, List.of(ids));
            hooks.recounted(ids);
            return settled;
        });
    }

    private List<CountComparison> compare(@Nullable String after, int limit) {
        return counts.compare(table, after == null ? FIRST : UUID.fromString(after), limit);
    }

    private static CountedPage page(List<CountComparison> compared, int limit) {
        return new CountedPage(
                compared.size(),
                compared.stream()
                        .filter(CountComparison::isWrong)
                        .map(CountComparison::text)
                        .toList(),
                compared.size() < limit ? null : compared.getLast().id().toString());
    }
}
