package dev.socialhub.notifications.head;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.notifications.head.HeadStore.RowEnding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of heads has to do; the fake of the unit tests is held to it too. */
abstract class HeadStoreContract {

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    abstract HeadStore store();

    @Test
    void beginsEmpty() {
        assertThat(store().find(ada)).isEqualTo(Head.EMPTY);
        assertThat(store().lastSeqs(List.of(ada))).isEmpty();
    }

    @Test
    void raisesButNeverLowers() {
        store().raise(Map.of(ada, 5L, bob, 1L));
        store().raise(Map.of(ada, 3L, bob, 2L));
        assertThat(store().lastSeqs(List.of(ada, bob, UUID.randomUUID())))
                .isEqualTo(Map.of(ada, 5L, bob, 2L));
    }

    @Test
    void tellsWhereRowsEndAndWhichAreClosed() {
        store().raise(Map.of(ada, 5L));
        store().close(bob, Instant.now());
        assertThat(store().endings(List.of(ada, bob, UUID.randomUUID())))
                .isEqualTo(Map.of(ada, new RowEnding(5, false), bob, new RowEnding(0, true)));
    }

    @Test
    void addsEachMarkOnce() {
        store().read(ada, List.of(3L, 5L));
        assertThat(store().read(ada, List.of(5L, 7L)))
                .isEqualTo(new Head(0, new ReadMarks(0, Set.of(3L, 5L, 7L))));
    }

    @Test
    void readsUpToOneAndDropsWhatThatCovers() {
        store().raise(Map.of(ada, 9L));
        store().read(ada, List.of(3L, 5L));
        assertThat(store().readUpTo(ada, 4, List.of(3L)))
                .isEqualTo(new Head(9, new ReadMarks(4, Set.of(5L))));
        assertThat(store().readUpTo(ada, 2, List.of()))
                .isEqualTo(new Head(9, new ReadMarks(4, Set.of(5L))));
        assertThat(store().find(ada)).isEqualTo(new Head(9, new ReadMarks(4, Set.of(5L))));
    }

    @Test
    void readsUpToOneOfARowThatHasNoHeadYet() {
        assertThat(store().readUpTo(ada, 4, List.of(3L)))
                .isEqualTo(new Head(0, new ReadMarks(4, Set.of())));
    }

    @Test
    void passesWhatExpiredButNeverGoesBack() {
        store().raise(Map.of(ada, 9L));
        store().read(ada, List.of(3L, 6L));
        Head expected = new Head(9, new ReadMarks(5, Set.of(6L)), 5);
        assertThat(store().expire(ada, 5, List.of(3L))).isEqualTo(expected);
        assertThat(store().expire(ada, 2, List.of())).isEqualTo(expected);
        assertThat(store().find(ada)).isEqualTo(expected);
    }

    @Test
    void takesNumbersThatExpiredBeforeTheHeadKnewThem() {
        Head expected = new Head(4, new ReadMarks(4, Set.of()), 4);
        assertThat(store().expire(ada, 4, List.of())).isEqualTo(expected);
        assertThat(store().lastSeqs(List.of(ada))).isEqualTo(Map.of(ada, 4L));
    }

    @Test
    void showsNothingOfADeletedUserButKeepsTheLastNumber() {
        store().raise(Map.of(ada, 9L));
        store().read(ada, List.of(3L, 5L));
        store().close(ada, Instant.now());
        store().close(ada, Instant.now());
        store().raise(Map.of(ada, 10L, bob, 1L));
        assertThat(store().find(ada)).isEqualTo(Head.EMPTY);
        assertThat(store().lastSeqs(List.of(ada))).isEqualTo(Map.of(ada, 10L));
        assertThat(store().closed(List.of(ada, bob))).containsExactly(ada);
    }

    @Test
    void closesTheHeadOfWhoHadNone() {
        Instant at = Instant.parse("2026-01-02T03:04:05.678Z");
        store().close(ada, at);
        assertThat(store().closedAt(ada)).contains(at);
        assertThat(store().closedAt(bob)).isEmpty();
        assertThat(store().find(ada)).isEqualTo(Head.EMPTY);
        assertThat(store().closed(List.of(ada))).containsExactly(ada);
    }

    @Test
    void raisesStatesOfRetractedNumbersButNeverLowersThem() {
        store().raise(Map.of(ada, 4L));
        store().retract(Map.of(ada, Map.of(2L, 5L, 6L, 7L), bob, Map.of(1L, 3L)));
        store().retract(Map.of(ada, Map.of(2L, 4L, 6L, 8L)));
        assertThat(store().find(ada))
                .isEqualTo(new Head(6, ReadMarks.NONE, 0, new Retracted(Map.of(2L, 5L, 6L, 8L))));
        assertThat(store().find(bob).retracted().hides(1)).isTrue();
    }

    @Test
    void keepsWhatIsRetractedForGood() {
        store().retract(Map.of(ada, Map.of(2L, Retracted.FOR_GOOD)));
        store().retract(Map.of(ada, Map.of(2L, Retracted.restoredBy(9))));
        assertThat(store().find(ada).retracted())
                .isEqualTo(new Retracted(Map.of(2L, Retracted.FOR_GOOD)));
    }

    @Test
    void dropsStatesOfWhatHasExpired() {
        store().raise(Map.of(ada, 9L));
        store().retract(Map.of(ada, Map.of(2L, 5L, 3L, 5L, 7L, 5L)));
        assertThat(store().expire(ada, 3, List.of(2L, 3L)))
                .isEqualTo(
                        new Head(9, new ReadMarks(3, Set.of()), 3, new Retracted(Map.of(7L, 5L))));
    }

    @Test
    void forgetsStatesOfADeletedUser() {
        store().retract(Map.of(ada, Map.of(2L, 5L)));
        store().close(ada, Instant.now());
        store().retract(Map.of(ada, Map.of(3L, 5L)));
        assertThat(store().find(ada)).isEqualTo(Head.EMPTY);
        assertThat(store().lastSeqs(List.of(ada))).isEqualTo(Map.of(ada, 3L));
    }
}
