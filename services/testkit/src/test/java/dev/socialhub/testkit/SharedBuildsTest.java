package dev.socialhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedBuildsTest {
    @TempDir Path folder;

    @Test
    void countsTheBuildThatRunsThisTest() throws IOException {
        var builds = new SharedBuilds(folder.resolve("builds"));
        assertThat(builds.any()).isFalse();
        builds.registerCurrent();
        assertThat(builds.any()).isTrue();
    }

    @Test
    void forgetsABuildWhosePidBelongsToAnotherProcessNow() throws IOException {
        var mine = folder.resolve(Long.toString(ProcessHandle.current().pid()));
        Files.writeString(mine, "an earlier process");
        assertThat(new SharedBuilds(folder).any()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }
}
