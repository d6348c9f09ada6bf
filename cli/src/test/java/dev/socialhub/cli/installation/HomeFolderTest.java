package dev.socialhub.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.process.PlatformLock;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {
    @TempDir Path folder;

    @Test
    void takesANewOrEmptyFolderAndItsOwn() throws IOException {
        HomeFolder fresh = new HomeFolder(folder.resolve("new"));
        fresh.claim();
        fresh.claim();
        Files.writeString(fresh.secrets(), "");
        Files.createDirectory(fresh.binaries());
        fresh.claim();
        assertThat(fresh.run()).isDirectory();
    }

    @Test
    void needsAFolderOrAPlaceForOne() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        new HomeFolder(folder).requireFolder();
        new HomeFolder(folder.resolve("new/deeper")).requireFolder();
        for (Path wrong : List.of(file, file.resolve("below/it"))) {
            assertThatThrownBy(() -> new HomeFolder(wrong).requireFolder())
                    .isInstanceOfSatisfying(
                            OperatorError.class,
                            error -> {
                                assertThat(error.exitCode()).isEqualTo(2);
                                assertThat(error.line())
                                        .contains(
                                                file
                                                        + (wrong.equals(file)
                                                                ? ", a file"
                                                                : " is a file"));
                            });
        }
    }

    @Test
    void refusesAFolderWithOthersFilesAndNeverPurgesIt() throws IOException {
        Files.createDirectory(folder.resolve("bin"));
        Files.createDirectory(folder.resolve("data"));
        HomeFolder home = new HomeFolder(folder);
        assertThatThrownBy(home::claim)
                .isInstanceOfSatisfying(
                        OperatorError.class, error -> assertThat(error.exitCode()).isEqualTo(5));
        assertThat(home.purgeable()).isEmpty();
    }

    @Test
    void purgesOnlyWhatThePlatformMakes() throws IOException {
        HomeFolder home = new HomeFolder(folder);
        home.claim();
        Files.writeString(home.secrets(), "");
        Path foreignFile = Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThat(home.purgeable())
                .containsExactlyInAnyOrder(home.data(), home.logs(), home.run(), home.secrets());
        home.purgeable().forEach(FileTree::delete);
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(foreignFile));
    }

    @Test
    void deletingDoesNotFollowLinks() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path kept = Files.writeString(outside.resolve("kept"), "x");
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("link"), outside);
        FileTree.delete(inside);
        assertThat(inside).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void aSecondToolIsRefusedWhileTheFirstHoldsTheLock() {
        HomeFolder home = new HomeFolder(folder);
        home.claim();
        try (PlatformLock _ = PlatformLock.take(home.lock())) {
            assertThatThrownBy(() -> PlatformLock.take(home.lock()))
                    .isInstanceOfSatisfying(
                            OperatorError.class, error -> assertThat(error.exitCode()).isEqualTo(5))
                    .hasMessageContaining("pid " + ProcessHandle.current().pid());
        }
        PlatformLock.take(home.lock()).close();
    }
}
