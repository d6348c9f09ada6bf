package dev.socialhub.users.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.socialhub.shared.problem.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PairStateTest {

    private static final PairEdges FRIENDS = new PairEdges(true, true, false, false);
    private static final PairEdges BLOCKED = new PairEdges(false, false, true, true);

    @Test
    void showsWhatStandsBetweenTwoWhoExist() {
        assertThat(new PairState(true, true, 7, FRIENDS).ofVisible()).isEqualTo(FRIENDS);
        assertThat(new PairState(true, true, 7, BLOCKED).ofExisting()).isEqualTo(BLOCKED);
    }

    @Test
    void hidesBlockersAndDeletedUsers() {
        assertRefused(404, () -> new PairState(true, true, 0, BLOCKED).ofVisible());
        assertRefused(404, () -> new PairState(true, false, 0, PairEdges.NONE).ofVisible());
        assertRefused(401, () -> new PairState(false, true, 0, PairEdges.NONE).ofExisting());
    }

    @Test
    void neverTellsTheBlockedOfTheBlock() {
        assertThat(BLOCKED.relationship()).isEqualTo(new Relationship(false, false, true));
    }

    @Test
    void refusesAPairOfTheSameUser() {
        UUID one = new UUID(0, 1);
        assertRefused(422, () -> new Pair(one, one));
    }

    @Test
    void wishesForTheOppositeInAToggleAlone() {
        assertThat(EdgeChange.TOGGLE.from(true)).isFalse();
        assertThat(EdgeChange.TOGGLE.from(false)).isTrue();
        assertThat(EdgeChange.MAKE.from(true)).isTrue();
        assertThat(EdgeChange.REMOVE.from(false)).isFalse();
    }

    private static void assertRefused(int status, Runnable look) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(look::run)
                .satisfies(e -> assertThat(e.type().status()).isEqualTo(status));
    }
}
