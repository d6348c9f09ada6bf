package dev.socialhub.backing.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.backing.BackingFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    @Test
    void bundlesEveryPlatformItKnows() {
        var loader = Platform.class.getClassLoader();
        for (var platform : Platform.values()) {
            assertThat(loader.getResource(platform.postgresArchive())).isNotNull();
            assertThat(loader.getResource(platform.redisProgram(Versions.current().redis())))
                    .isNotNull();
        }
    }

    @Test
    void recognisesItsMachines() {
        assertThat(Platform.of("Linux", "amd64")).isEqualTo(Platform.LINUX_AMD64);
        assertThat(Platform.of("Linux", "aarch64")).isEqualTo(Platform.LINUX_ARM64);
    }

    @Test
    void namesAnUnknownMachineAndTheWayOut() {
        assertThatThrownBy(() -> Platform.of("Mac OS X", "aarch64"))
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
