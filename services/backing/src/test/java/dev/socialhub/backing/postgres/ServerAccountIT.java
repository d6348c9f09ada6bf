package dev.socialhub.backing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
        runsTwiceUnder(namespace);
        assertThat(owner()).isZero();
    }

    @Test
    void runsUnderAnUnprivilegedAccountAndStaysThere() throws IOException {
        var unprivileged = ServerAccount.fallback(Path.of("/etc/passwd")).orElseThrow();
        runsTwiceUnder(unprivileged);
        assertThat(owner()).isNotZero();
        // The next start finds the folder's owner and takes the same way.
        assertThat(ServerAccount.forData(data())).isEqualTo(unprivileged);
    }

    private void runsTwiceUnder(ServerAccount account) {
        var postgres =
                new PostgresServer(
                        ServersInFolder.layout(folder),
                        ServersInFolder.freePorts().postgres(),
                        "secret",
                        _ -> account);
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
