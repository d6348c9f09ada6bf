package dev.socialhub.users.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Which follows are allowed. */
class FollowRuleTest {

    private static final long LIMIT = 3;
    private static final PairEdges NONE = PairEdges.NONE;

    private final FollowRule rule = new FollowRule(LIMIT);

    @Test
    void allowsToFollowAVisibleUser() {
        assertThatCode(() -> rule.require(new PairState(true, true, LIMIT - 1, NONE)))
                .doesNotThrowAnyException();
    }

    @Test
    void allowsToFollowBack() {
        assertThatCode(() -> rule.require(new PairState(true, true, 0, NONE.followedBy(true))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesADeletedUserToFollow() {
        assertThat(refusalOf(new PairState(false, true, 0, NONE)))
                .isEqualTo(ProblemType.UNAUTHORIZED);
    }

    @Test
    void refusesToFollowAUserThatDoesNotExist() {
        assertThat(refusalOf(new PairState(true, false, 0, NONE)).status()).isEqualTo(404);
    }

    @Test
    void hidesAUserThatBlocksTheFollower() {
        PairEdges blocked = new PairEdges(false, false, true, true);
        assertThat(refusalOf(new PairState(true, true, LIMIT, blocked)))
                .isEqualTo(refusalOf(new PairState(true, false, 0, NONE)));
    }

    @Test
    void refusesToFollowABlockedUser() {
        assertThat(refusalOf(new PairState(true, true, 0, NONE.blocking(true))))
                .isEqualTo(FollowRule.BLOCKING);
    }

    @Test
    void refusesMoreFollowsThanTheLimit() {
        assertThat(refusalOf(new PairState(true, true, LIMIT, NONE))).isEqualTo(FollowRule.LIMIT);
    }

    private ProblemType refusalOf(PairState state) {
        return Assertions.catchThrowableOfType(ProblemException.class, () -> rule.require(state))
                .type();
    }
}
