package dev.socialhub.loadtest.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.loadtest.plan.Plan;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsTest {

    @Test
    void returnsEachPairOnceAndNoUserWithItself() {
        int size = 7;
        Set<String> pairs = new HashSet<>();
        for (long number = 0; number < size * (size - 1L); number++) {
            long follower = number % size;
            long followee = FollowProfile.Pairs.followee(number, size);
            assertThat(followee).isNotEqualTo(follower);
            pairs.add(follower + " " + followee);
        }
        assertThat(pairs).hasSize(size * (size - 1));
    }

    @ParameterizedTest
    @CsvSource({"150, 15, 60", "1, 0, 2", "1, 0, 3", "1000, 15, 60"})
    void needsTheSmallestNumberOfUsersWithEnoughPairs(double rate, int warmUp, int seconds) {
        Plan plan =
                new Plan(
                        "run",
                        "follow",
                        URI.create("http://127.0.0.1"),
                        Map.of(),
                        Map.of(),
                        rate,
                        warmUp,
                        seconds,
                        0,
                        Path.of("folder"),
                        false);
        long users = new FollowProfile().minUsers(plan);
        assertThat(users * (users - 1)).isGreaterThanOrEqualTo(plan.offeredTotal());
        assertThat((users - 1) * (users - 2)).isLessThan(plan.offeredTotal());
    }
}
