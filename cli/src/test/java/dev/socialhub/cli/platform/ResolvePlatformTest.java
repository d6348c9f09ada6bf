package dev.socialhub.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolvePlatformTest {
    private static final Instances TWO = Instances.requested(List.of("posts=2"));

    @TempDir Path folder;

    private HomeFolder home;

    @BeforeEach
    void choose() {
        home = new HomeFolder(folder.resolve("home"));
    }

    @Test
    void createsNoFile() {
        Platform platform = resolve(Map.of("REDIS_PORT", "7379")).toStart(TWO);
        assertThat(platform.components().names()).contains("posts", "posts-2");
        assertThat(home.folder()).doesNotExist();
    }

    @Test
    void laterCommandsFindWhatAStartHasStored() {
        start(Map.of("REDIS_PORT", "7379"), TWO);
        Platform existing = resolve(Map.of("REDIS_PORT", "9999")).existing();
        existing.requireSecrets();
        assertThat(existing.components().names()).contains("posts-2");
        assertThat(existing.components().named("redis").port()).isEqualTo(7379);
    }

    @Test
    void whatIsResolvedIsNotReadAgain() throws IOException {
        start(Map.of("POSTS_2_PORT", "7102"), TWO);
        Platform fewer = resolve(Map.of()).toStart(Instances.requested(List.of("posts=1")));
        Files.writeString(home.ports(), "damaged {");
        Files.writeString(home.secrets(), "damaged");
        Files.writeString(
                home.pidFile("posts-2"), "4194304 1 what a process leaves that was killed");

        assertThat(fewer.surplus()).extracting(Component::name).containsExactly("posts-2");
        assertThat(fewer.surplus().getFirst().port()).isEqualTo(7102);
        fewer.requireSecrets();
        fewer.store();
        Files.delete(home.secrets());
        assertThat(resolve(Map.of()).existing().components().names())
                .contains("posts")
                .doesNotContain("posts-2");
    }

    @Test
    void withoutTheSecretsThatItWasStartedWithNothingCanBeRestarted() throws IOException {
        start(Map.of(), Instances.DEFAULT);
        Files.delete(home.secrets());
        Platform existing = resolve(Map.of()).existing();
        assertThatThrownBy(existing::requireSecrets)
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("secrets.env is missing");
    }

    private void start(Map<String, String> environment, Instances instances) {
        Platform platform = resolve(environment).toStart(instances);
        home.claim();
        platform.store();
    }

    private ResolvePlatform resolve(Map<String, String> environment) {
        return new ResolvePlatform(
                new Installation(folder.resolve("dist"), home, Path.of("/java"), environment));
    }
}
