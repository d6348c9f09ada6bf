package dev.socialhub.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.check.Finding.Status;
import dev.socialhub.cli.doctor.PlatformFacts.ListeningPort;
import dev.socialhub.cli.machine.PortHolders.Holder;
import dev.socialhub.cli.machine.PortHolders.Use;
import dev.socialhub.cli.machine.WriteTest;
import dev.socialhub.cli.platform.Port;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each check of the platform's own resources, with good and with bad facts. */
class PlatformChecksTest {
    private static final Path HOME = Path.of("/srv/my hub");
    private static final Optional<Holder> STRANGER = Optional.of(new Holder(7, "python3"));
    private static final Optional<Holder> NOBODY = Optional.empty();

    @Test
    void aFreePortIsOk() {
        assertThat(port(null, true, NOBODY, false)).isEqualTo(Finding.ok("8080 is free"));
    }

    @Test
    void aPortHeldByItsOwnProcessIsOk() {
        Optional<Holder> own = Optional.of(new Holder(42, "java"));
        assertThat(port(42L, false, own, true))
                .isEqualTo(Finding.ok("8080 is held by our own gateway (pid 42)"));
        // As on systems that don't report which process holds a port.
        assertThat(port(42L, false, NOBODY, false).status()).isEqualTo(Status.ok);
    }

    @Test
    void aPortHeldByAnotherProcessFailsAndNamesIt() {
        for (@Nullable Long pid : new @Nullable Long[] {null, 42L}) {
            assertThat(port(pid, false, STRANGER, false))
                    .isEqualTo(
                            Finding.fail(
                                    "8080 for gateway is held by python3 (pid 7)",
                                    "stop that process (`kill 7`) or set GATEWAY_PORT to a free"
                                            + " port"));
        }
    }

    @Test
    void aPortHeldByAnUnknownProcessFails() {
        Finding hidden = port(null, false, NOBODY, false);
        assertThat(hidden.status()).isEqualTo(Status.fail);
        assertThat(hidden.fix()).contains("sudo ss -ltnp 'sport = :8080'", "GATEWAY_PORT");
    }

    @Test
    void aPortThatItsRunningProcessDoesNotOpenIsAWarning() {
        Finding silent = port(42L, true, NOBODY, false);
        assertThat(silent.status()).isEqualTo(Status.warn);
        assertThat(silent.fix()).contains("socialhubctl restart gateway");
    }

    @Test
    void aDiskWithFreeSpaceIsOkAndAFullOneFails() {
        assertThat(disk(3L << 30)).isEqualTo(Finding.ok("3.0 GB are free at " + HOME));
        assertThat(disk((2L << 30) - 1).status()).isEqualTo(Status.fail);
        assertThat(disk(0).fix()).contains("du -xh -d 2 /srv ", "SOCIALHUB_HOME");
    }

    @Test
    void aHomeThatCanBeWrittenOrCreatedIsOk() {
        WriteTest works = new WriteTest(HOME, false, Optional.empty(), Optional.of(Duration.ZERO));
        assertThat(home(true, false, works)).isEqualTo(Finding.ok(HOME + " can be written"));
        assertThat(home(false, false, works).found())
                .endsWith("will be created by the first start");
    }

    @Test
    void aHomeWithForeignFilesFails() {
        assertThat(home(true, true, WriteTest.untried(HOME)).status()).isEqualTo(Status.fail);
    }

    @Test
    void aReadOnlyMountFails() {
        WriteTest readOnly = new WriteTest(HOME, true, Optional.of("read-only"), Optional.empty());
        assertThat(home(true, false, readOnly).fix()).contains("mount -o remount,rw '/srv/my hub'");
    }

    @Test
    void aHomeWithoutPermissionFailsWithAFixForItselfOnly() {
        WriteTest denied =
                new WriteTest(Path.of("/"), false, Optional.of(WriteTest.DENIED), Optional.empty());
        assertThat(home(true, false, denied).fix())
                .startsWith("`sudo chown -R \"$USER\" '/srv/my hub'`");
        assertThat(home(false, false, denied).fix())
                .startsWith("`sudo install -d -m 700 -o \"$USER\" '/srv/my hub'`");
    }

    @Test
    void aHomeOnAFullDiskFailsWithoutAdviceOnRights() {
        WriteTest full =
                new WriteTest(
                        HOME, false, Optional.of("No space left on device"), Optional.empty());
        assertThat(home(true, false, full).found()).contains("No space left on device");
        assertThat(home(true, false, full).fix()).doesNotContain("chown");
    }

    @Test
    void secretsWithOwnerPermissionsAndNoSecretsAreOk() {
        assertThat(secrets(7, "rw-------", true).found())
                .isEqualTo("all 7 in /srv/my hub/secrets.env, which only its owner can use");
        assertThat(secrets(0, null, false))
                .isEqualTo(Finding.ok("none yet: the first start creates them"));
    }

    @Test
    void secretsThatOtherUsersMayReadFail() {
        assertThat(secrets(7, "rw-r--r--", true))
                .isEqualTo(
                        Finding.fail(
                                "/srv/my hub/secrets.env has mode rw-r--r--,"
                                        + " other users may use it",
                                "`chmod 600 '/srv/my hub/secrets.env'`"));
    }

    @Test
    void dataWithoutItsSecretsFails() {
        Finding lost = secrets(0, null, true);
        assertThat(lost.status()).isEqualTo(Status.fail);
        assertThat(lost.fix()).contains("restore it", "`mv '/srv/my hub' '/srv/my hub.old'`");
    }

    @Test
    void builtProgramsAreOk() {
        assertThat(programs(List.of(), false)).isEqualTo(Finding.ok("all are built in /dist"));
    }

    @Test
    void missingProgramsAreAWarningIfTheyCanBeBuiltAndFailOtherwise() {
        List<Path> missing = List.of(Path.of("/dist/auth.jar"), Path.of("/dist/lib"));
        assertThat(programs(missing, true))
                .isEqualTo(
                        Finding.warn(
                                "not built in /dist: auth.jar, lib",
                                "the next `socialhubctl up` builds them"));
        assertThat(programs(missing, false).status()).isEqualTo(Status.fail);
        assertThat(programs(missing, false).fix()).contains("mvn -DskipTests package");
    }

    private static Finding port(
            @Nullable Long pid, boolean free, Optional<Holder> holder, boolean ours) {
        ListeningPort port =
                new ListeningPort(
                        new Port("gateway", 8080), 8080, "gateway", Optional.ofNullable(pid));
        return new PortCheck(port, () -> new Use(free, holder, ours)).examine();
    }

    private static Finding disk(long usable) {
        return new DiskCheck(() -> new DiskCheck.Facts(HOME, Path.of("/srv"), usable)).examine();
    }

    private static Finding home(boolean exists, boolean foreign, WriteTest writing) {
        return new HomeCheck(HOME, () -> new HomeCheck.Facts(exists, foreign, writing)).examine();
    }

    private static Finding secrets(int kept, @Nullable String mode, boolean data) {
        return new SecretsCheck(
                        HOME.resolve("secrets.env"),
                        () ->
                                new SecretsCheck.Facts(
                                        kept,
                                        Optional.ofNullable(mode)
                                                .map(PosixFilePermissions::fromString),
                                        data))
                .examine();
    }

    private static Finding programs(List<Path> missing, boolean buildable) {
        return new ProgramsCheck(
                        Path.of("/dist"), () -> new ProgramsCheck.Facts(missing, buildable))
                .examine();
    }
}
