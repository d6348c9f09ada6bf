package dev.socialhub.ops.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.ops.page.OpsPageQuery;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckProjectionTest {

    private static final OpsPageQuery ALL = new OpsPageQuery(null, 100, 10);

    private final FakeProjection projection = new FakeProjection();
    private final CheckProjection waiting = new CheckProjection(Duration.ofMinutes(1));
    private final CheckProjection immediate = new CheckProjection(Duration.ZERO);

    @Test
    void namesEveryKindOfDifference() throws InterruptedException {
        projection.own("agreed", 1);
        projection.hold("agreed", 1);
        projection.own("late", 3);
        projection.hold("late", 2);
        projection.own("missed", 4);
        projection.own("rewritten", 1);
        projection.replica.put("rewritten", new FakeProjection.Row("rewritten", 1, "other"));
        projection.own("too new", 1);
        projection.hold("too new", 5);
        projection.hold("unknown", 6);

        ProjectionReport report = immediate.verify(projection, ALL);

        assertThat(report)
                .isEqualTo(
                        new ProjectionReport(
                                6,
                                1,
                                1,
                                2,
                                1,
                                List.of(
                                        "late behind: 2 < 3",
                                        "missed missing: 4",
                                        "rewritten wrong: 1 has different content",
                                        "too new wrong: 5 > 1",
                                        "unknown surplus: 6"),
                                null,
                                null));
    }

    @Test
    void tellsAsManyDifferencesInWordsAsAskedFor() {
        for (int i = 0; i < 30; i++) {
            projection.own("missed" + i, 1);
        }

        assertThat(immediate.rebuild(projection, ALL).examples()).hasSize(10);
        projection.replica.clear();
        ProjectionReport whole = immediate.rebuild(projection, new OpsPageQuery(null, 100, 200));
        assertThat(whole.examples()).hasSize(30).contains("missed29 missing: 1");
        assertThat(whole.missing()).isEqualTo(30);
    }

    @Test
    void waitsForEventsUnderWay() throws InterruptedException {
        projection.own("late", 2);
        projection.hold("late", 1);
        projection.own("missed", 1);
        projection.hold("erased", 1);
        int[] looks = {0};
        projection.afterReplicaIsRead(() -> {
            if (++looks[0] == 3) {
                projection.hear("late", 2);
                projection.hear("missed", 1);
                projection.replica.remove("erased");
            }
        });

        assertThat(waiting.verify(projection, ALL).examples()).isEmpty();
    }

    @Test
    void doesNotTakeARowThatChangesAllTheTimeForALateOne() throws InterruptedException {
        long[] version = {1};
        projection.own("busy", 1);
        projection.hold("busy", 1);
        // Between the two reads the owner changes, and the copy receives the event after both.
        projection.afterReplicaIsRead(() -> {
            projection.hear("busy", version[0]);
            projection.own("busy", ++version[0]);
        });

        assertThat(waiting.verify(projection, ALL).behind()).isZero();
    }

    @Test
    void waitsInVainForWhatIsWrong() throws InterruptedException {
        projection.own("too new", 1);
        projection.hold("too new", 5);

        assertThat(waiting.verify(projection, ALL).wrong()).isEqualTo(1);
    }

    @Test
    void looksAgainForTheEventThatAFalseVersionLetPass() {
        projection.own("false", 5);
        projection.hold("false", 100);
        projection.hold("surplus", 100);
        projection.beforeMending(() -> {
            projection.own("false", 6);
            projection.hear("false", 6);
            projection.own("surplus", 1);
            projection.hear("surplus", 1);
        });

        ProjectionReport report = immediate.rebuild(projection, ALL);

        assertThat(report.wrong()).isEqualTo(1);
        assertThat(report.surplus()).isEqualTo(1);
        assertThat(projection.replica).isEqualTo(projection.owner);
    }

    @Test
    void leavesAloneWhatANewerEventHasMendedMeanwhile() {
        projection.own("late", 2);
        projection.hold("late", 1);
        projection.beforeMending(() -> {
            projection.own("late", 3);
            projection.hear("late", 3);
        });

        assertThat(immediate.rebuild(projection, ALL).mended()).isZero();
        assertThat(projection.replica).isEqualTo(projection.owner);
    }

    @Test
    void goesThroughAllPagesHoweverManyMoreRowsOneSideHas() {
        for (int i = 0; i < 100; i++) {
            projection.hold("b%03d".formatted(i), 1);
            projection.own("c%03d".formatted(i), 1);
        }
        projection.own("a", 1);
        int checked = 0;
        String next = null;
        do {
            projection.rowsRead = 0;
            ProjectionReport page = immediate.rebuild(projection, new OpsPageQuery(next, 10, 10));
            assertThat(page.checked()).isLessThanOrEqualTo(20);
            assertThat(projection.rowsRead).isLessThan(200);
            checked += page.checked();
            next = page.next();
        } while (next != null);

        assertThat(checked).isEqualTo(201);
        assertThat(projection.replica).isEqualTo(projection.owner);
    }
}
