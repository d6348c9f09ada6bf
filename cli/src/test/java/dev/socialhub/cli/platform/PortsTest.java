package dev.socialhub.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    private static final Port AUTH = Port.ofKey("auth").orElseThrow();
    private static final Port USERS = Port.ofKey("users").orElseThrow();
    private static final Port POSTS = Port.ofKey("posts").orElseThrow();
    private static final Port POSTS_2 = POSTS.ofInstance(2);
    private static final Port POSTS_3 = POSTS.ofInstance(3);

    @TempDir Path folder;

    @Test
    void environmentWinsOverWhatIsRememberedAndThatOverTheUsual() {
        Ports ports =
                Ports.of(
                        Map.of("AUTH_PORT", " 7000 ", "USERS_PORT", ""),
                        Map.of(AUTH, 7001, POSTS, 7002));
        assertThat(ports.of(AUTH)).isEqualTo(7000);
        assertThat(ports.of(POSTS)).isEqualTo(7002);
        assertThat(ports.of(USERS)).isEqualTo(5003);
        assertThat(ports.of(Port.KAFKA_CONTROLLER)).isEqualTo(9093);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "80.5", "1e3", "999999999999"})
    void rejectsInvalidPorts(String text) {
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
        assertThat(file.read().ports()).isEmpty();
        Ports ports = Ports.of(Map.of("GATEWAY_PORT", "18080"), Map.of());
        file.write(file.read(), ports, Instances.DEFAULT);
        assertThat(file.read().ports()).isEqualTo(ports.numbers());
    }

    @Test
    void furtherInstancesGetAFreePortNearTheFirst() {
        Ports ports =
                Ports.of(
                        Map.of("POSTS_PORT", "7001", "POSTS_4_PORT", "7777"),
                        Map.of(POSTS_3, 7003),
                        Instances.requested(List.of("posts=4")),
                        number -> number != 7101);
        assertThat(ports.of(POSTS_2)).isEqualTo(7102);
        assertThat(ports.of(POSTS_3)).isEqualTo(7003);
        assertThat(ports.of(POSTS.ofInstance(4))).isEqualTo(7777);
    }

    @Test
    void aChosenPortIsNotTaken() {
        Ports ports =
                Ports.of(
                        Map.of("REDIS_PORT", "5101"),
                        Map.of(),
                        Instances.requested(List.of("posts=2,auth=2")),
                        _ -> true);
        assertThat(ports.of(AUTH.ofInstance(2))).isEqualTo(5100);
        assertThat(ports.of(POSTS_2)).isEqualTo(5102);
    }

    @Test
    void fileRemembersInstancesAndThePortsOfFormerOnes() {
        PortsFile file = new PortsFile(folder.resolve("ports.json"));
        Instances two = Instances.requested(List.of("posts=2"));
        file.write(
                file.read(),
                Ports.of(Map.of("POSTS_2_PORT", "7102"), Map.of(), two, _ -> true),
                two);
        assertThat(file.read().instances()).isEqualTo(two);

        file.write(file.read(), Ports.defaults(), Instances.DEFAULT);
        assertThat(file.read().instances()).isEqualTo(Instances.DEFAULT);
        assertThat(file.read().ports()).containsEntry(POSTS_2, 7102);
        assertThat(file.read().ports()).containsEntry(POSTS, 5001);

        file.write(
                file.read(), Ports.of(Map.of("REDIS_PORT", "7102"), Map.of()), Instances.DEFAULT);
        assertThat(file.read().ports()).doesNotContainKey(POSTS_2);
    }

    @Test
    void fileOfAnotherVersionIsReadAsFarAsItIsKnown() throws IOException {
        Path path = folder.resolve("ports.json");
        Files.writeString(
                path,
                "{\"version\":9,\"ports\":{\"redis\":7777,\"new\":1,\"new-2\":2},\"other\":[1],"
                        + "\"instances\":{\"users\":3,\"gateway\":2,\"posts\":10,\"new\":2}}");
        assertThat(new PortsFile(path).read())
                .isEqualTo(
                        new PortsFile.StoredPorts(
                                Map.of(Port.REDIS, 7777), new Instances(Map.of("users", 3))));
    }

    @Test
    void damagedFileIsReported() throws IOException {
        Path path = folder.resolve("ports.json");
        Files.writeString(path, "{\"ports\":{");
        assertThatThrownBy(() -> new PortsFile(path).read())
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("is damaged");
    }
}
