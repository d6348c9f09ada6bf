package dev.socialhub.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir Path folder;

    private Path dist;
    private Programs programs;

    @BeforeEach
    void build() throws IOException {
        dist = folder.resolve("dist");
        Files.createDirectories(dist.resolve("lib"));
        Files.writeString(dist.resolve("lib/a.jar"), "library");
        Files.writeString(dist.resolve("posts.jar"), "old");
        programs = new Programs(dist, folder.resolve("programs"));
    }

    @Test
    void findsLibrariesBesideTheCopy() throws IOException {
        programs.provide("posts");
        programs.provide("posts");
        assertThat(programs.jar("posts")).hasContent("old");
        assertThat(folder.resolve("programs").resolve("lib/a.jar")).hasContent("library");
        try (var files = Files.list(folder.resolve("programs"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aRunningProgramKeepsItsJarThroughBuildsAndStarts() throws IOException {
        programs.provide("posts");
        try (InputStream running = Files.newInputStream(programs.jar("posts"))) {
            Files.writeString(dist.resolve("posts.jar"), "newer");
            programs.provide("posts");
            assertThat(new String(running.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("old");
        }
        assertThat(programs.jar("posts")).hasContent("newer");
    }

    @Test
    void aStartWithoutABuildKeepsFileAndTime() throws IOException {
        FileTime built = FileTime.from(Instant.parse("2020-01-02T03:04:05Z"));
        Files.setLastModifiedTime(dist.resolve("posts.jar"), built);
        programs.provide("posts");
        Object file = Files.getAttribute(programs.jar("posts"), "unix:ino");
        programs.provide("posts");
        assertThat(Files.getAttribute(programs.jar("posts"), "unix:ino")).isEqualTo(file);
        assertThat(Files.getLastModifiedTime(programs.jar("posts"))).isEqualTo(built);
    }

    @Test
    void saysHowToBuildWhatIsMissing() {
        assertThatThrownBy(() -> programs.provide("users"))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("users.jar is missing");
    }

    @Test
    void purgingCopiesLeavesTheLibraries() throws IOException {
        programs.provide("posts");
        FileTree.delete(folder.resolve("programs"));
        assertThat(folder.resolve("programs")).doesNotExist();
        assertThat(dist.resolve("lib/a.jar")).exists();
    }
}
