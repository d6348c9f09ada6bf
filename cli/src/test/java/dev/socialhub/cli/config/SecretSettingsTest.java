package dev.socialhub.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.platform.EnvironmentPreview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSettingsTest {
    @Test
    void everySecretOfThePlatformIsMasked() {
        assertThat(EnvironmentPreview.secretNames())
                .isNotEmpty()
                .allMatch(SecretSettings::isSecret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_PASSWORD", "GITHUB_TOKEN", "aws_secret_access_key", "KEY"})
    void namesThatLookLikeSecretsAreSecrets(String name) {
        assertThat(SecretSettings.masked(name, "x")).isEqualTo("********");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCESS_TOKEN_LIFE_TIME", "KEY_RELOAD_INTERVAL", "PWD", "PORT"})
    void otherSettingsAreShown(String name) {
        assertThat(SecretSettings.masked(name, "x")).isEqualTo("x");
    }

    @Test
    void userInfoOfAnAddressIsMasked() {
        assertThat(SecretSettings.masked("REDIS_URL", "redis://me:pass@host:1,redis://host:2"))
                .isEqualTo("redis://********@host:1,redis://host:2");
    }
}
