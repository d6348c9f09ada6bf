package dev.socialhub.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @TempDir Path folder;

    @Test
    void environmentWinsOverWhatIsRememberedAndThatOverTheUsual() {
        Ports ports =
                Ports.of(
                        Map.of("AUTH_PORT", " 7000 ", "USERS_PORT", ""),
                        Map.of(Port.AUTH, 7001, Port.POSTS, 7002));
        assertThat(ports.of(Port.AUTH)).isEqualTo(7000);
        assertThat(ports.of(Port.POSTS)).isEqualTo(7002);
        assertThat(ports.of(Port.USERS)).isEqualTo(5003);
        assertThat(ports.of(Port.KAFKA_CONTROLLER)).isEqualTo(9093);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "80.5", "1e3", "999999999999"})
    void rejectsWhatIsNoPort(String text) {
        assertThatThrownBy(() -> Ports.of(Map.of("REDIS_PORT", text), Map.of()))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("REDIS_PORT is '" + text + "'");
    }

    @Test
    void rejectsOnePortForTwo() {
        assertThatThrownBy(() -> Ports.of(Map.of("AUTH_PORT", "8080"), Map.of()))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("GATEWAY_PORT and AUTH_PORT are both 8080");
    }

    @Test
    void fileRemembersEveryPort() {
        PortsFile file = new PortsFile(folder.resolve("ports.json"));
        assertThat(file.read()).isEmpty();
        Ports ports = Ports.of(Map.of("GATEWAY_PORT", "18080"), Map.of());
        file.write(ports);
        assertThat(file.read()).isEqualTo(ports.numbers());
    }

    @Test
    void fileOfAnotherVersionIsReadAsFarAsItIsKnown() throws IOException {
        Path path = folder.resolve("ports.json");
        Files.writeString(
                path, "{\"version\":9,\"ports\":{\"redis\":7777,\"new\":1},\"other\":[1]}");
        assertThat(new PortsFile(path).read()).isEqualTo(Map.of(Port.REDIS, 7777));
    }

    @Test
    void damagedFileIsSaidSo() throws IOException {
        Path path = folder.resolve("ports.json");
        Files.writeString(path, "{\"ports\":{");
        assertThatThrownBy(() -> new PortsFile(path).read())
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("is damaged");
    }
}
