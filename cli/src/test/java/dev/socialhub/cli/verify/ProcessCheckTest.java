package dev.socialhub.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.machine.PortHolders.Holder;
import dev.socialhub.cli.machine.PortHolders.Use;
import dev.socialhub.cli.platform.RunningPlatform.PlatformProcess;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProcessCheckTest {
    private static final Use FREE = new Use(true, Optional.empty(), false);
    private static final Use OURS = new Use(false, Optional.of(new Holder(42, "java")), true);
    private static final Use UNTOLD = new Use(false, Optional.empty(), false);
    private static final Use STRANGER = new Use(false, Optional.of(new Holder(7, "nc")), false);

    @Test
    void aLivingProcessOnItsOwnPortIsFine() {
        Finding fine = Finding.ok("running (pid 42), listening on 5001");
        assertThat(examine(42L, true, OURS)).isEqualTo(fine);
        // As on systems that don't report which process holds a port.
        assertThat(examine(42L, true, UNTOLD)).isEqualTo(fine);
    }

    @Test
    void aKilledProcessIsStartedAgain() {
        assertThat(examine(null, true, FREE))
                .isEqualTo(
                        Finding.fail(
                                "not running: it was killed or crashed",
                                "socialhubctl up --detach"));
        assertThat(examine(null, false, FREE).found()).isEqualTo("not started");
    }

    @Test
    void aForeignProcessOnThePortOfAKilledProcessIsStoppedFirst() {
        assertThat(examine(null, true, STRANGER))
                .isEqualTo(
                        Finding.fail(
                                "not running: it was killed or crashed, and its port 5001 is held"
                                        + " by nc (pid 7)",
                                "kill 7 && socialhubctl up --detach"));
    }

    @Test
    void aForeignProcessOnThePortOfALivingProcessIsNamed() {
        assertThat(examine(42L, true, STRANGER))
                .isEqualTo(
                        Finding.fail(
                                "running (pid 42), but its port 5001 is held by nc (pid 7)",
                                "kill 7 && socialhubctl restart posts"));
    }

    @Test
    void aLivingProcessThatDoesNotListenIsRestarted() {
        assertThat(examine(42L, true, FREE))
                .isEqualTo(
                        Finding.fail(
                                "running (pid 42), but not listening on 5001",
                                "socialhubctl restart posts"));
    }

    private static Finding examine(@Nullable Long pid, boolean remembered, Use use) {
        PlatformProcess posts =
                new PlatformProcess(
                        "posts",
                        "posts",
                        false,
                        List.of(5001),
                        "http://127.0.0.1:5001",
                        Optional.ofNullable(pid),
                        remembered,
                        Optional::empty);
        return new ProcessCheck(posts, _ -> use).examine();
    }
}
