package dev.socialhub.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.aot.StartupCache.State;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.check.Finding.Status;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StartupCachesCheckTest {

    @Test
    void oneForEachProgramIsOk() {
        assertThat(examine(Map.of("auth", State.usable, "kafka", State.usable)))
                .isEqualTo(Finding.ok("one for each of auth, kafka"));
    }

    @Test
    void missingOnesAreAWarning() {
        Finding found = examine(Map.of("auth", State.missing, "kafka", State.usable));
        assertThat(found.status()).isEqualTo(Status.warn);
        assertThat(found.found()).startsWith("missing for auth:");
        assertThat(found.fix()).contains("socialhubctl up");
    }

    @Test
    void staleAndDamagedOnesFailAndAreNamed() {
        Finding found =
                examine(
                        Map.of(
                                "auth", State.damaged,
                                "kafka", State.usable,
                                "posts", State.stale,
                                "users", State.missing));
        assertThat(found)
                .isEqualTo(
                        Finding.fail(
                                "stale for posts; damaged for auth",
                                "`socialhubctl up --detach` makes them again"));
    }

    @Test
    void nothingIsWrongWhileTheyAreMade() {
        assertThat(examine(true, true, Map.of("auth", State.damaged)).status())
                .isEqualTo(Status.ok);
    }

    @Test
    void nothingIsWrongWithoutThem() {
        assertThat(examine(false, false, Map.of())).isEqualTo(Finding.ok("switched off"));
    }

    private static Finding examine(Map<String, State> states) {
        return examine(true, false, states);
    }

    private static Finding examine(boolean on, boolean beingMade, Map<String, State> states) {
        PlatformFacts.StartupCaches facts =
                new PlatformFacts.StartupCaches(on, beingMade, new TreeMap<>(states));
        return new StartupCachesCheck(() -> facts).examine();
    }
}
