package dev.socialhub.backing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.socialhub.backing.BackingFailure;
import dev.socialhub.backing.ServersInFolder;
import dev.socialhub.backing.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL under root, which it refuses, by both ways around. */
class ServerAccountIT {
    @TempDir Path folder;

    @BeforeEach
    void onlyRootNeedsThis() throws IOException {
        assumeTrue((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void runsInAUserNamespace() throws IOException {
        var namespace = new ServerAccount.UserNamespace();
        assumeTrue(Command.run(namespace.wrap(List.of("true"))).succeeded());
        runsTwiceUnder(List.of(namespace));
        assertThat(owner()).isZero();
    }

    @Test
    void runsUnderAnUnprivilegedAccountAndStaysThere() throws IOException {
        runsTwiceUnder(stepsDown());
        assertThat(owner()).isNotZero();
        staysThere();
    }

    @Test
    void runsUnderAnUnprivilegedAccountBelowAFolderThatOnlyRootMayEnter() throws IOException {
        var keptCapability = stepsDown().getLast();
        assumeTrue(Command.run(keptCapability.wrap(List.of("true"))).succeeded());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        runsTwiceUnder(stepsDown());
        assertThat(owner()).isNotZero();
        staysThere();
    }

    @Test
    void saysWhatAnAccountCannotReach() throws IOException {
        Files.createDirectories(data().getParent());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var unprivileged = List.of(stepsDown().getFirst());
        assertThatExceptionOfType(BackingFailure.class)
                .isThrownBy(() -> ServerAccount.first(unprivileged, data(), Path.of("/bin/true")))
                .withMessageContaining("can't reach")
                .withMessageContaining(folder.toString());
    }

    private static List<ServerAccount> stepsDown() {
        return ServerAccount.fallback(Path.of("/etc/passwd"));
    }

    /** The next start finds the folder's owner and takes the same way. */
    private void staysThere() {
        var program = PostgresServer.program(ServersInFolder.layout(folder), "postgres");
        assertThat(ServerAccount.forData(data(), program))
                .isEqualTo(ServerAccount.first(stepsDown(), data(), program));
    }

    private void runsTwiceUnder(List<ServerAccount> candidates) {
        var postgres =
                new PostgresServer(
                        ServersInFolder.layout(folder),
                        ServersInFolder.freePorts().postgres(),
                        "secret",
                        (data, program) -> ServerAccount.first(candidates, data, program));
        try (var servers = new ServersInFolder(folder, List.of(postgres))) {
            servers.startAndAwait(postgres);
            servers.kill(postgres);
            servers.startAndAwait(postgres);
            servers.stop(postgres);
        }
    }

    private Path data() {
        return folder.resolve("data").resolve("postgres");
    }

    private int owner() throws IOException {
        return (Integer) Files.getAttribute(data(), "unix:uid");
    }
}
