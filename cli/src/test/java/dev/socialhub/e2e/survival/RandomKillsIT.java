package dev.socialhub.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.e2e.Client.Person;
import dev.socialhub.e2e.PlatformUnderTest;
import dev.socialhub.testkit.history.OperationHistory;
import dev.socialhub.testkit.history.Operations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Users sign up, log in, post, read and follow while one process after the other is killed and
 * repaired. What was acknowledged must then be stored, and each effect must have happened once.
 * {@code -Dsurvival.seconds} makes it longer than its half a minute; {@code -Dsurvival.seed}
 * repeats the faults of an earlier run, though not its interleavings.
 */
class RandomKillsIT {

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final long seconds = Long.getLong("survival.seconds", 30);
    private final long seed =
            Long.getLong("survival.seed", ThreadLocalRandom.current().nextInt(1_000_000));

    @Test
    void whatWasAcknowledgedSurvivesAndHappensOnce() throws IOException {
        OperationHistory history = new OperationHistory();
        Crowd crowd = Crowd.of(5, platform.gateway());
        List<Pair> pairs = pairs(crowd);
        List<Fault> faults;
        try (Load load = new Load()) {
            load.start(new Deeds(platform.gateway(), crowd, history), crowd, pairs);
            faults = new Nemesis(platform, history, seed).rage(Duration.ofSeconds(seconds));
            load.finish();
        } finally {
            history.write(Path.of("target", "survival", "history-" + seed + ".jsonl"));
        }
        Operations operations = history.operations();
        System.out.println(new Summary(seed, seconds, operations, faults));
        assertThat(operations.of(Deeds.POST).ok()).isNotEmpty();
        List<String> violations =
                Stream.of(
                                new RefusalsCheck(operations),
                                new AccountsCheck(platform.gateway(), operations),
                                new PostsCheck(crowd, operations),
                                new FollowsCheck(crowd, pairs, operations),
                                new NotificationsCheck(crowd, pairs),
                                new RestCheck(platform))
                        .flatMap(check -> check.settled().stream())
                        .toList();
        assertThat(violations).as("seed %d", seed).isEmpty();
    }

    /** Two users that follow each other, and one with several followers. */
    private static List<Pair> pairs(Crowd crowd) {
        List<Person> cast = crowd.cast();
        return List.of(
                new Pair(cast.get(0), cast.get(1)),
                new Pair(cast.get(1), cast.get(0)),
                new Pair(cast.get(2), cast.get(0)),
                new Pair(cast.get(3), cast.get(0)));
    }
}
