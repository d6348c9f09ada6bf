package dev.socialhub.ops.projection;

import dev.socialhub.contracts.user.SnapshotPage;
import dev.socialhub.shared.problem.ProblemException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A copy and its owner in memory, with changes between the reads. */
final class FakeProjection
        implements Projection<FakeProjection.Row>, ProjectionRepair<FakeProjection.Row> {

    /** A row. */
    record Row(String key, long version, String content) {
        Row(String key, long version) {
            this(key, version, "content of " + version);
        }
    }

    final TreeMap<String, Row> replica = new TreeMap<>();
    final TreeMap<String, Row> owner = new TreeMap<>();
    int rowsRead;
    private Runnable afterReplicaIsRead = () -> {};
    private Runnable beforeMending = () -> {};

    void own(String key, long version) {
        owner.put(key, new Row(key, version));
    }

    void hold(String key, long version) {
        replica.put(key, new Row(key, version));
    }

    /** An event reaches the copy, which applies or ignores it by version as every copy does. */
    void hear(String key, long version) {
        replica.merge(
                key,
                new Row(key, version),
                (held, heard) -> held.version < heard.version ? heard : held);
    }

    void afterReplicaIsRead(Runnable event) {
        afterReplicaIsRead = event;
    }

    /** Once. */
    void beforeMending(Runnable event) {
        beforeMending = event;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public void requireKey(String text) {
        if (text.isEmpty()) {
            throw ProblemException.invalid("after", "must not be empty");
        }
    }

    @Override
    public SnapshotPage<Row> owned(@Nullable String after, int limit) {
        List<Row> rows = page(owner, after, limit);
        return new SnapshotPage<>(rows, rows.size() < limit ? null : rows.getLast().key);
    }

    @Override
    public List<Row> held(@Nullable String after, int limit) {
        List<Row> rows = page(replica, after, limit);
        afterReplicaIsRead.run();
        return rows;
    }

    private List<Row> page(NavigableMap<String, Row> rows, @Nullable String after, int limit) {
        List<Row> page =
                List.copyOf(rows.tailMap(after == null ? "" : after, false).values()).stream()
                        .limit(limit)
                        .toList();
        rowsRead += page.size();
        return page;
    }

    @Override
    public String keyOf(Row row) {
        return row.key;
    }

    @Override
    public RowComparison<Row> comparison() {
        return RowComparison.byVersion(Row::version, Row::equals);
    }

    @Override
    public ProjectionRepair<Row> repair() {
        return this;
    }

    @Override
    public List<ProjectionDifference<Row>> withoutReason(
            List<ProjectionDifference<Row>> differences) {
        return differences;
    }

    @Override
    public int mend(List<ProjectionDifference<Row>> differences) {
        Runnable event = beforeMending;
        beforeMending = () -> {};
        event.run();
        return differences.stream().mapToInt(this::mend).sum();
    }

    private int mend(ProjectionDifference<Row> one) {
        Row owned = one.owned();
        Row present = replica.get(one.key());
        boolean asHeld = present == null ? one.held() == null : present.equals(one.held());
        boolean older = present != null && owned != null && present.version < owned.version;
        if (!asHeld && !older) {
            return 0;
        }
        if (owned == null) {
            replica.remove(one.key());
        } else {
            replica.put(one.key(), owned);
        }
        return 1;
    }
}
