package dev.socialhub.backing.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.backing.BackingFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativePlatformTest {
    @Test
    void bundlesEveryPlatformItKnows() {
        var loader = NativePlatform.class.getClassLoader();
        for (var platform : NativePlatform.values()) {
            assertThat(loader.getResource(platform.postgresArchive())).isNotNull();
            assertThat(loader.getResource(platform.redisProgram(Versions.current().redis())))
                    .isNotNull();
        }
    }

    @Test
    void recognisesItsMachines() {
        assertThat(NativePlatform.of("Linux", "amd64")).isEqualTo(NativePlatform.LINUX_AMD64);
        assertThat(NativePlatform.of("Linux", "aarch64")).isEqualTo(NativePlatform.LINUX_ARM64);
    }

    @Test
    void namesAnUnknownMachineAndTheWayOut() {
        assertThatThrownBy(() -> NativePlatform.of("Mac OS X", "aarch64"))
                .isInstanceOfSatisfying(
                        BackingFailure.class,
                        failure -> assertThat(failure.fix()).contains("docker compose"))
                .hasMessage("no PostgreSQL and Redis are bundled for Mac OS X on aarch64");
    }

    @Test
    void readsTheVersionsThatTheBuildFilledIn() {
        assertThat(Versions.current().postgres()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(Versions.current().postgresMajor()).matches("\\d+");
    }

    @Test
    void saysWhatToDoWhenAProgramIsNotOnTheClassPath(@TempDir Path folder) {
        assertThatThrownBy(() -> Bundled.copy("none", folder.resolve("none"), "none"))
                .isInstanceOfSatisfying(
                        BackingFailure.class,
                        failure -> assertThat(failure.fix()).contains("mvn package"));
    }
}
