package dev.socialhub.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.check.Finding.Status;
import dev.socialhub.cli.machine.OpenFiles.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Each check of the machine, with good and with bad facts. */
class MachineChecksTest {
    private static final long GIGABYTE = 1L << 30;

    @Test
    void aFullJdkIsOk() {
        assertThat(jdk(25, true))
                .isEqualTo(Finding.ok("Java 25.0.1 by Someone in /jdk, with javac"));
    }

    @Test
    void aRuntimeWithoutCompilerIsAWarningAndAnOldOneFails() {
        assertThat(jdk(26, false).status()).isEqualTo(Status.warn);
        assertThat(jdk(21, true).status()).isEqualTo(Status.fail);
        assertThat(jdk(21, true).fix()).contains("JAVA_HOME");
    }

    @Test
    void mavenIsNeededOnlyForBuilds() {
        assertThat(maven(Optional.of(Path.of("/usr/bin/mvn")), false))
                .isEqualTo(Finding.ok("/usr/bin/mvn is found"));
        assertThat(maven(Optional.empty(), true).status()).isEqualTo(Status.warn);
        assertThat(maven(Optional.empty(), false).status()).isEqualTo(Status.fail);
        assertThat(maven(Optional.empty(), false).fix()).contains("apt-get install maven");
    }

    @Test
    void enoughMemoryIsOk() {
        assertThat(memory(3 * GIGABYTE, MemoryCheck.WHOLE_PLATFORM).found())
                .isEqualTo("3.0 GB of 4.0 GB are available, starting needs 2.5 GB");
        assertThat(memory(GIGABYTE, 0))
                .isEqualTo(Finding.ok("1.0 GB of 4.0 GB are available, and everything runs"));
    }

    @Test
    void scarceMemoryIsAWarningAndTooLittleForAStartFails() {
        assertThat(memory(2 * GIGABYTE, MemoryCheck.WHOLE_PLATFORM).status())
                .isEqualTo(Status.warn);
        Finding poor = memory(GIGABYTE, MemoryCheck.WHOLE_PLATFORM);
        assertThat(poor.status()).isEqualTo(Status.fail);
        assertThat(poor.found()).contains("1.0 GB of 4.0 GB", "needs 2.5 GB");
        assertThat(poor.fix()).contains("--only");
    }

    @Test
    void unknownMemoryIsAWarning() {
        MemoryCheck.Facts unknown =
                new MemoryCheck.Facts(OptionalLong.empty(), OptionalLong.empty(), 1, 2);
        assertThat(new MemoryCheck(() -> unknown).examine().status()).isEqualTo(Status.warn);
    }

    @Test
    void enoughDescriptorsAreOk() {
        assertThat(descriptors(4096, 4096)).isEqualTo(Finding.ok("a process may open 4096 files"));
        assertThat(descriptors(Long.MAX_VALUE, Long.MAX_VALUE).found())
                .endsWith("any number of files");
    }

    @Test
    void tooFewDescriptorsFailWithTheFixThatCanWork() {
        assertThat(descriptors(1024, 4096).fix()).isEqualTo("`ulimit -n 4096` in this shell");
        assertThat(descriptors(1024, 1024).fix()).contains("/etc/security/limits.conf");
        assertThat(descriptors(1024, 1024).status()).isEqualTo(Status.fail);
        assertThat(new DescriptorsCheck(Optional::empty).examine().status()).isEqualTo(Status.warn);
    }

    @Test
    void aPlausibleTimeIsOk() {
        assertThat(clock("2026-03-01T10:00:00Z", Duration.ofMillis(-3)))
                .isEqualTo(Finding.ok("it is 2026-03-01T10:00:00Z, and files agree"));
    }

    @Test
    void anImpossibleYearFails() {
        for (String time : List.of("1970-01-01T00:00:07Z", "2101-01-01T00:00:00Z")) {
            assertThat(clock(time, Duration.ZERO).status()).isEqualTo(Status.fail);
            assertThat(clock(time, Duration.ZERO).fix()).contains("timedatectl");
        }
    }

    @Test
    void filesWithAnotherTimeAreAWarning() {
        Finding late = clock("2026-03-01T10:00:00Z", Duration.ofMinutes(-7));
        assertThat(late.status()).isEqualTo(Status.warn);
        assertThat(late.found()).contains("7m 00s earlier");
        assertThat(clock("2026-03-01T10:00:00Z", Duration.ofSeconds(42)).found())
                .contains("42 s later");
    }

    @Test
    void anOrdinaryUserAndARootThatCanDropItsRightsAreOk() {
        assertThat(account(false, false, false)).isEqualTo(Finding.ok("PostgreSQL runs as me"));
        assertThat(account(true, true, false).found()).contains("user namespace");
        assertThat(account(true, false, true).found()).contains("setpriv");
    }

    @Test
    void aRootThatCannotDropItsRightsFails() {
        Finding stuck = account(true, false, false);
        assertThat(stuck.status()).isEqualTo(Status.fail);
        assertThat(stuck.fix()).contains("ordinary user");
    }

    private static Finding jdk(int feature, boolean compiler) {
        return new JdkCheck(() ->
                new JdkCheck.Facts(feature + ".0.1", feature, "Someone", "/jdk", compiler))
                .examine();
    }

    private static Finding maven(Optional<Path> found, boolean built) {
        return new MavenCheck(() -> new MavenCheck.Facts(found, built)).examine();
    }

    private static Finding memory(long available, long needed) {
        return new MemoryCheck(() ->
                new MemoryCheck.Facts(
                        OptionalLong.of(4 * GIGABYTE),
                        OptionalLong.of(available),
                        2 * GIGABYTE,
                        needed))
                .examine();
    }

    private static Finding descriptors(long soft, long hard) {
        return new DescriptorsCheck(() -> Optional.of(new Limit(soft, hard))).examine();
    }

    private static Finding clock(String now, Duration skew) {
        return new ClockCheck(() -> new ClockCheck.Facts(Instant.parse(now), Optional.of(skew)))
                .examine();
    }

    private static Finding account(boolean root, boolean namespaces, boolean stepsDown) {
        return new AccountCheck(() -> new AccountCheck.Facts("me", root, namespaces, stepsDown))
                .examine();
    }
}
