package dev.socialhub.backing.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.backing.BackingFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir Path root;

    @Test
    void appearsOnlyWhenItIsComplete() {
        var target = root.resolve("a").resolve("target");
        assertThatThrownBy(() ->
                        Folders.complete(
                                target,
                                folder -> {
                                    Files.writeString(folder.resolve("half"), "");
                                    throw new IOException("disk full");
                                }))
                .isInstanceOf(BackingFailure.class)
                .hasMessageContaining("disk full");
        assertThat(target.getParent()).isEmptyDirectory();
        Folders.complete(target, folder -> Files.writeString(folder.resolve("whole"), ""));
        assertThat(target.resolve("whole")).exists();
    }

    @Test
    void isFilledOnce() {
        var target = root.resolve("target");
        Folders.complete(target, folder -> Files.writeString(folder.resolve("first"), ""));
        Folders.complete(target, folder -> Files.writeString(folder.resolve("second"), ""));
        assertThat(target.resolve("second")).doesNotExist();
    }

    @Test
    void yieldsToAFasterProcess() {
        var target = root.resolve("target");
        Folders.complete(
                target,
                folder -> {
                    Files.writeString(folder.resolve("slow"), "");
                    Folders.complete(target, other -> Files.writeString(other.resolve("fast"), ""));
                });
        assertThat(target.resolve("fast")).exists();
        assertThat(root).isDirectoryNotContaining("glob:**unfinished-*");
    }

    @Test
    void saysWhatIsInItsPlace() throws IOException {
        var file = Files.writeString(root.resolve("file"), "");
        assertThatThrownBy(() -> Folders.writable(file))
                .isInstanceOf(BackingFailure.class)
                .hasMessage(file + " is not a folder");
        assertThatThrownBy(() -> Folders.writable(file.resolve("below")))
                .isInstanceOf(BackingFailure.class);
    }
}
