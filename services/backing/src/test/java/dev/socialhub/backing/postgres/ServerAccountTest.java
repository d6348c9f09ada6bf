package dev.socialhub.backing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.socialhub.backing.BackingFailure;
import dev.socialhub.backing.postgres.ServerAccount.Unprivileged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAccountTest {
    @TempDir Path folder;

    @Test
    void stepsDownToPostgresWhereItExists() throws IOException {
        assertThat(
                        fallback(
                                "root:x:0:0::/root:/bin/sh",
                                "nobody:x:65534:65534::/:/bin/false",
                                "postgres:x:105:112::/var:/bin/bash"))
                .contains(new Unprivileged(105, 112));
    }

    @Test
    void stepsDownToNobodyOtherwise() throws IOException {
        assertThat(fallback("root:x:0:0::/root:/bin/sh", "nobody:x:65534:65533::/:/bin/false"))
                .contains(new Unprivileged(65534, 65533));
    }

    @Test
    void knowsNoAccountInAnEmptySystem() throws IOException {
        assertThat(fallback("root:x:0:0::/root:/bin/sh", "broken")).isEmpty();
    }

    @Test
    void replacesItselfByTheCommand() {
        assertThat(new Unprivileged(1, 2).wrap(List.of("postgres", "-D", "x")))
                .startsWith("setpriv")
                .endsWith("--", "postgres", "-D", "x");
        assertThat(new ServerAccount.UserNamespace().wrap(List.of("postgres")))
                .containsExactly("unshare", "--user", "--", "postgres");
    }

    @Test
    void leavesAnOrdinaryUserAsItIs() throws IOException {
        if (owner() == 0) {
            Files.setAttribute(folder, "unix:uid", 4242);
        }
        int user = owner();
        assertThat(ServerAccount.forData(user, folder)).isEqualTo(new ServerAccount.Caller());
        assertThatExceptionOfType(BackingFailure.class)
                .isThrownBy(() -> ServerAccount.forData(user + 1, folder))
                .withMessageContaining("belongs to another user");
    }

    private int owner() throws IOException {
        return (int) Files.getAttribute(folder, "unix:uid");
    }

    private Optional<ServerAccount> fallback(String... lines) throws IOException {
        var passwd = folder.resolve("passwd");
        Files.write(passwd, List.of(lines));
        return ServerAccount.fallback(passwd);
    }
}
