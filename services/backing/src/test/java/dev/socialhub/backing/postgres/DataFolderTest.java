package dev.socialhub.backing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.backing.BackingFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir Path root;
    private Path programs;
    private Path data;

    @BeforeEach
    void folders() throws IOException {
        programs = Files.createDirectory(root.resolve("bin"));
        data = root.resolve("data").resolve("postgres");
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> folder().prepare("secret", "18"))
                .isInstanceOf(BackingFailure.class)
                .hasMessage(data + " was made by PostgreSQL 17, this is 18");
    }

    @Test
    void refusesAFolderThatIsNotPostgres() throws IOException {
        Files.createDirectories(data);
        assertThatThrownBy(() -> folder().prepare("secret", "18"))
                .isInstanceOf(BackingFailure.class)
                .hasMessageContaining("is not a PostgreSQL data folder");
    }

    @Test
    void leavesNothingBehindWhenInitdbFails() throws IOException {
        initdb("echo 'initdb: no space left'; exit 1");
        assertThatThrownBy(() -> folder().prepare("secret", "18"))
                .isInstanceOf(BackingFailure.class)
                .hasMessage("initdb failed: initdb: no space left");
        assertThat(data.getParent()).isEmptyDirectory();
    }

    @Test
    void givesInitdbThePasswordInAFileOnly() throws IOException {
        initdb(
                "for a in \"$@\"; do case $a in --pwfile=*) p=${a#*=};; --pgdata=*) d=${a#*=};;"
                        + " esac; done; cp $p $d/password; echo \"$@\" > $d/arguments");
        folder().prepare("secret", "18");
        assertThat(data.resolve("password")).hasContent("secret");
        assertThat(data.resolve("arguments")).content().doesNotContain("secret");
        assertThat(data.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    private DataFolder folder() {
        return new DataFolder(data, programs, new ServerAccount.Caller());
    }

    private void initdb(String script) throws IOException {
        var initdb = programs.resolve("initdb");
        Files.writeString(initdb, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(initdb, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
