package dev.socialhub.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.terminal.OperatorError;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclaredSettingsTest {
    @Test
    void readsNameDefaultAndTheCommentAbove() {
        assertThat(
                        DeclaredSettings.parse(
                                """
                                tokens:
                                  # How long a token is good.
                                  life-time: ${TOKEN_LIFE_TIME:15m}
                                """))
                .containsExactly(
                        new DeclaredSetting("TOKEN_LIFE_TIME", "15m", "How long a token is good."));
    }

    @Test
    void aQuotedDefaultMayHoldColons() {
        assertThat(DeclaredSettings.parse("url: ${REDIS_URL:`redis://127.0.0.1:6379`}"))
                .containsExactly(new DeclaredSetting("REDIS_URL", "redis://127.0.0.1:6379", ""));
    }

    @Test
    void aVariableWithoutADefaultIsRequiredAndAnEmptyDefaultIsADefault() {
        assertThat(DeclaredSettings.parse("a: ${NEEDED}\nb: ${WANTED:}"))
                .containsExactly(
                        new DeclaredSetting("NEEDED", null, ""),
                        new DeclaredSetting("WANTED", "", ""));
    }

    @Test
    void aCommentDescribesOnlyTheKeysAtItsLevel() {
        assertThat(
                        DeclaredSettings.parse(
                                """
                                server:
                                  # Address and port.
                                  host: ${HOST:127.0.0.1}
                                  port: ${PORT:5000}
                                loops:
                                  default:
                                    threads: ${LOOPS:0}
                                """))
                .extracting(DeclaredSetting::meaning)
                .containsExactly("Address and port.", "Address and port.", "");
    }

    @Test
    void namesAVariableOnceAndNoPropertyOfOthers() {
        assertThat(
                        DeclaredSettings.parse(
                                """
                                # First.
                                a: ${AUTH_URL:x}
                                # Second.
                                b: ${AUTH_URL:x}
                                c: ${users.group}-cache
                                """))
                .containsExactly(new DeclaredSetting("AUTH_URL", "x", "First."));
    }

    @Test
    void leavesOutKeysThatAnotherFileSets() {
        Set<String> own = DeclaredSettings.keys("server:\n  idle: 90s\n  size:\n");
        assertThat(own).containsExactly("server.idle");
        assertThat(
                        DeclaredSettings.parse(
                                """
                                server:
                                  idle: ${IDLE:75s}
                                  size: ${SIZE:1MB}
                                client:
                                  idle: ${CLIENT_IDLE:5s}
                                """,
                                own))
                .extracting(DeclaredSetting::name)
                .containsExactly("SIZE", "CLIENT_IDLE");
    }

    @Test
    void aReferenceToAnotherServiceIsTheVariableOfItsAddresses() {
        assertThat(
                        DeclaredSettings.parse(
                                "# Addresses of users.\nurls: ${socialhub.services.users}"))
                .containsExactly(
                        new DeclaredSetting(
                                "USERS_URL", "http://127.0.0.1:5003", "Addresses of users."));
    }

    @Test
    void aProgramThatIsNotBuiltIsAnErrorWithItsFix() {
        assertThatThrownBy(() -> DeclaredSettings.of(Path.of("/nonexistent"), "posts"))
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error -> assertThat(error.fix()).contains("mvn -DskipTests package"));
    }
}
