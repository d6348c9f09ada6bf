package dev.socialhub.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.check.CheckResult;
import dev.socialhub.cli.check.Finding.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateSettingsTest {
    private final ValidateSettings settings =
            new ValidateSettings(
                    Map.of(
                            "posts",
                            List.of(
                                    new DeclaredSetting("IDLE_TIMEOUT", "75s", ""),
                                    new DeclaredSetting("POOL_SIZE", "10", ""),
                                    new DeclaredSetting("USERS_URL", "http://127.0.0.1:5003", ""),
                                    new DeclaredSetting("MAX_REQUEST_SIZE", "1MB", ""),
                                    new DeclaredSetting("STRICT", "false", ""),
                                    new DeclaredSetting("BROKERS_LIST", "127.0.0.1:9092", ""),
                                    new DeclaredSetting("CONSUMER_GROUP", "posts", ""))),
                    Set.of("HOST", "DATABASE_URL"),
                    Set.of("POSTS_PORT", "POSTS_2_PORT", "SOCIALHUB_HOME", "JAVA_OPTS_POSTS"));

    @Test
    void anEmptyEnvironmentIsOk() {
        assertThat(settings.of(Map.of("PATH", "/bin", "HOME", "/root", "LANG", "C")))
                .extracting(CheckResult::status)
                .containsOnly(Status.ok);
    }

    @ParameterizedTest
    @CsvSource({
        "IDLE_TIMEOUT, 90s, soon",
        "POOL_SIZE, 20, many",
        "USERS_URL, 'http://a:1,http://b:2', users:5003",
        "MAX_REQUEST_SIZE, 64KB, 1 MB",
        "STRICT, TRUE, yes",
        "BROKERS_LIST, 'a:1,b:2', localhost"
    })
    void aValueMustHaveTheTypeOfItsDefault(String name, String good, String bad) {
        assertThat(settings.of(Map.of(name, good))).allMatch(it -> it.status() == Status.ok);
        assertThat(settings.of(Map.of(name, bad)))
                .filteredOn(it -> it.status() == Status.fail)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.name()).isEqualTo(name);
                    assertThat(it.fix()).startsWith("set it to ").endsWith(", or unset it");
                });
    }

    @Test
    void aNameMayBeAnything() {
        assertThat(settings.of(Map.of("CONSUMER_GROUP", "other")))
                .allMatch(it -> it.status() == Status.ok);
    }

    @ParameterizedTest
    @CsvSource({
        "POST_PORT, POSTS_PORT",
        "SOCIALHUBHOME, SOCIALHUB_HOME",
        "IDEL_TIMEOUT, IDLE_TIMEOUT",
        "POOL_SIZES, POOL_SIZE"
    })
    void aMisspeltNameIsAWarning(String name, String meant) {
        assertThat(settings.of(Map.of(name, "1")))
                .filteredOn(it -> it.status() == Status.warn)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.name()).isEqualTo(name);
                    assertThat(it.fix()).contains(meant);
                });
    }

    @Test
    void optionsOfAnUnknownServiceAreAWarning() {
        assertThat(settings.of(Map.of("JAVA_OPTS_MAIL", "-Xmx1g")))
                .filteredOn(it -> it.status() == Status.warn)
                .singleElement()
                .satisfies(it -> assertThat(it.fix()).contains("JAVA_OPTS_POSTS"));
    }

    @Test
    void variablesThatUpSetsHaveNoEffect() {
        assertThat(settings.of(Map.of("DATABASE_URL", "x", "HOST", "machine")))
                .filteredOn(it -> it.status() == Status.warn)
                .extracting(CheckResult::name)
                .containsExactly("DATABASE_URL");
    }
}
