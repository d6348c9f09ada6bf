package dev.socialhub.shared.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.concurrency.limits.Limit;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the limit follows the time that requests take, under full load in a simulated time. */
class AdaptiveLimitTest {

    private static final int MIN = 4;
    private static final int MAX = 48;
    private static final Duration USUAL = Duration.ofMillis(5);
    private static final int REQUESTS_A_SECOND = 50;

    private final Limit limit = RequestLimiters.adaptive(MIN, MAX);
    private long now = 1;

    @BeforeEach
    void isUsedForAMinute() {
        assertThat(limit.getLimit()).isEqualTo(MAX);
        serve(60, USUAL);
    }

    @Test
    void staysAtItsMaximumWhileRequestsTakeAsLongAsEver() {
        assertThat(limit.getLimit()).isEqualTo(MAX);
    }

    @Test
    void putsUpWithAnotherProgramThatTakesHalfOfTheMachine() {
        serve(600, USUAL.multipliedBy(2));

        assertThat(limit.getLimit()).isEqualTo(MAX);
    }

    @Test
    void fallsWhenRequestsTakeMuchLongerButNotBelowItsMinimum() {
        serve(10, USUAL.multipliedBy(10));
        assertThat(limit.getLimit()).isBetween(MIN, 2 * MIN);

        serve(60, USUAL.multipliedBy(100));
        assertThat(limit.getLimit()).isGreaterThanOrEqualTo(MIN);
    }

    @Test
    void risesAgainWhenRequestsAreQuickAgain() {
        serve(20, USUAL.multipliedBy(10));
        int low = limit.getLimit();

        serve(5, USUAL);
        assertThat(limit.getLimit()).isBetween(low + 4, MAX);
        serve(60, USUAL);
        assertThat(limit.getLimit()).isEqualTo(MAX);
    }

    @Test
    void isLeftAloneByAServiceThatHasLittleToDo() {
        serve(2, USUAL, 1);
        serve(60, USUAL.multipliedBy(10), 1);

        assertThat(limit.getLimit()).isEqualTo(MAX);
    }

    private void serve(int seconds, Duration each) {
        for (int second = 0; second < seconds; second++) {
            serve(1, each, limit.getLimit());
        }
    }

    private void serve(int seconds, Duration each, int working) {
        for (int i = 0; i < seconds * REQUESTS_A_SECOND; i++) {
            now += Duration.ofSeconds(1).toNanos() / REQUESTS_A_SECOND;
            limit.onSample(now - each.toNanos(), each.toNanos(), working, false);
        }
    }
}
