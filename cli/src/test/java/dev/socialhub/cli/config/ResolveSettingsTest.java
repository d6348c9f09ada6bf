package dev.socialhub.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.machine.ProcessEnvironment;
import dev.socialhub.cli.platform.EnvironmentPreview.Given;
import dev.socialhub.cli.platform.EnvironmentPreview.Source;
import dev.socialhub.cli.platform.EnvironmentPreview.Start;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolveSettingsTest {
    private static final List<DeclaredSetting> DECLARED =
            List.of(
                    new DeclaredSetting("PORT", "5001", "The port."),
                    new DeclaredSetting("SERVICE_TOKEN_KEY", null, "A secret."),
                    new DeclaredSetting("IDLE_TIMEOUT", "75s", "How long."));

    @TempDir Path proc;

    @Test
    void showsTheSourceOfEachValueAndMasksSecrets() {
        assertThat(of(Map.of("IDLE_TIMEOUT", "90s"), Optional.empty()))
                .containsExactly(
                        new Setting(
                                "posts", "PORT", "6001", Source.PORTS, null, false, "The port."),
                        new Setting(
                                "posts",
                                "SERVICE_TOKEN_KEY",
                                "********",
                                Source.SECRETS,
                                null,
                                false,
                                "A secret."),
                        new Setting(
                                "posts",
                                "IDLE_TIMEOUT",
                                "90s",
                                Source.ENVIRONMENT,
                                null,
                                false,
                                "How long."));
    }

    @Test
    void unsetVariablesHaveTheirDefault() {
        assertThat(of(Map.of(), Optional.empty()))
                .filteredOn(Setting::usual)
                .extracting(Setting::name)
                .containsExactly("IDLE_TIMEOUT");
    }

    @Test
    void showsDifferentValuesOfARunningProcess() throws IOException {
        Files.createDirectories(proc.resolve("7"));
        Files.writeString(
                proc.resolve("7/environ"),
                "PORT=6001\0SERVICE_TOKEN_KEY=older\0IDLE_TIMEOUT=5s\0",
                StandardCharsets.UTF_8);
        List<Setting> settings = of(Map.of(), Optional.of(7L));
        assertThat(settings)
                .extracting(Setting::running)
                .containsExactly(null, "another value", "5s");
        assertThat(settings.toString()).doesNotContain("older").doesNotContain("s3cret");
        assertThat(settings.getLast().cell()).isEqualTo("75s (running: 5s; restart to apply)");
    }

    private List<Setting> of(Map<String, String> environment, Optional<Long> pid) {
        Map<String, Given> given =
                Map.of(
                        "PORT", new Given("6001", Source.PORTS),
                        "SERVICE_TOKEN_KEY", new Given("s3cret", Source.SECRETS));
        return new ResolveSettings(environment, new ProcessEnvironment(proc))
                .of(new Start("posts", "posts", given, pid), DECLARED);
    }
}
