package dev.socialhub.backing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.socialhub.backing.BackingFailure;
import dev.socialhub.backing.postgres.ServerAccount.Unprivileged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAccountTest {
    private static final Path TRUE = Path.of("/bin/true");

    @TempDir Path folder;

    @Test
    void stepsDownToPostgresWhereItExists() throws IOException {
        assertThat(
                        fallback(
                                "root:x:0:0::/root:/bin/sh",
                                "nobody:x:65534:65534::/:/bin/false",
                                "postgres:x:105:112::/var:/bin/bash"))
                .first()
                .isEqualTo(new Unprivileged(105, 112, false));
    }

    @Test
    void usesTheNobodyAccountOtherwise() throws IOException {
        assertThat(fallback("root:x:0:0::/root:/bin/sh", "nobody:x:65534:65533::/:/bin/false"))
                .containsExactly(
                        new Unprivileged(65534, 65533, false),
                        new Unprivileged(65534, 65533, true));
    }

    @Test
    void knowsNoAccountInAnEmptySystem() throws IOException {
        assertThat(fallback("root:x:0:0::/root:/bin/sh", "broken")).isEmpty();
    }

    @Test
    void replacesItselfByTheCommand() {
        assertThat(new Unprivileged(1, 2, false).wrap(List.of("postgres", "-D", "x")))
                .startsWith("setpriv")
                .endsWith("--", "postgres", "-D", "x");
        assertThat(new ServerAccount.UserNamespace().wrap(List.of("postgres")))
                .containsExactly("unshare", "--user", "--", "postgres");
    }

    @Test
    void keepsOneCapabilityWhereFoldersArePrivate() {
        assertThat(new Unprivileged(1, 2, false).wrap(List.of("x")).toString())
                .doesNotContain("caps");
        assertThat(new Unprivileged(1, 2, true).wrap(List.of("x")))
                .contains("--inh-caps=+dac_override", "--ambient-caps=+dac_override")
                .endsWith("--", "x");
    }

    @Test
    void leavesAnOrdinaryUserAsItIs() throws IOException {
        if (owner() == 0) {
            Files.setAttribute(folder, "unix:uid", 4242);
        }
        int user = owner();
        assertThat(ServerAccount.forData(user, folder, TRUE)).isEqualTo(new ServerAccount.Caller());
        assertThatExceptionOfType(BackingFailure.class)
                .isThrownBy(() -> ServerAccount.forData(user + 1, folder, TRUE))
                .withMessageContaining("belongs to another user");
    }

    @Test
    void tellsABrokenProgramFromAMissingOne() throws IOException {
        var caller = List.<ServerAccount>of(new ServerAccount.Caller());
        var data = folder.resolve("data");
        var program = folder.resolve("postgres");
        assertThat(ServerAccount.first(caller, data, program)).isEqualTo(caller.getFirst());
        Files.writeString(program, "no program");
        assertThatExceptionOfType(BackingFailure.class)
                .isThrownBy(() -> ServerAccount.first(caller, data, program))
                .withMessageContaining("can't run on this machine");
    }

    private int owner() throws IOException {
        return (int) Files.getAttribute(folder, "unix:uid");
    }

    private List<ServerAccount> fallback(String... lines) throws IOException {
        var passwd = folder.resolve("passwd");
        Files.write(passwd, List.of(lines));
        return ServerAccount.fallback(passwd);
    }
}
