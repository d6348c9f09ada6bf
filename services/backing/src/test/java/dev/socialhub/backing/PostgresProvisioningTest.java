package dev.socialhub.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.backing.PostgresProvisioning.Database;
import dev.socialhub.backing.wire.Loopback;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresProvisioningTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a\"b", "Auth", "1a", "a b", "a;drop", "a-b"})
    void refusesNamesThatAreNotPlainIdentifiers(String name) {
        assertThatThrownBy(() -> new Database(name, "role", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Database("name", name, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hidesThePassword() {
        assertThat(new Database("a", "b", "secret").toString()).doesNotContain("secret");
    }

    @Test
    void saysWhichServerRefused() {
        var port = Loopback.freePort();
        assertThatThrownBy(() ->
                        PostgresProvisioning.ensure(
                                port, "x", List.of(new Database("a", "b", "c"))))
                .isInstanceOf(BackingFailure.class)
                .hasMessageContaining("port " + port)
                .hasMessageNotContaining("\n");
    }
}
