package dev.socialhub.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.shared.start.StartFailureLog;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Concurrently;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeveralInstancesIT {

    @Test
    void makeOneKeyWhenTheyStartTogetherAndTakeEachOthersTokens() throws Exception {
        String database = AuthServer.newDatabase();
        List<AuthServer> instances = Concurrently.run(2, _ -> AuthServer.start(database, Map.of()));
        try (AuthServer one = instances.get(0);
                AuthServer two = instances.get(1)) {
            Answer john = one.signUp("johndoe");

            assertThat(one.query("select id from signing_key")).hasSize(1);
            assertThat(two.getAs(john.at("token"), "/api/v1/auth/verify-user").status())
                    .isEqualTo(200);
            assertThat(two.get("/.well-known/jwks.json").text())
                    .isEqualTo(one.get("/.well-known/jwks.json").text());
        }
    }

    @Test
    void keepTheKeyOverARestartAndRefuseAnotherEncryptionKey() {
        String database = AuthServer.newDatabase();
        String token;
        try (AuthServer before = AuthServer.start(database, Map.of())) {
            token = before.signUp("johndoe").at("token");
        }
        try (AuthServer after = AuthServer.start(database, Map.of())) {
            assertThat(after.getAs(token, "/api/v1/auth/verify-user").status()).isEqualTo(200);
        }

        String wrong = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        assertThatThrownBy(() ->
                        AuthServer.start(database, Map.of("socialhub.keys.encryption-key", wrong)))
                .satisfies(failure ->
                        assertThat(StartFailureLog.reason(failure))
                                .startsWith("KEY_ENCRYPTION_KEY does not decrypt signing key"));
    }

    @Test
    void doNotStartWithoutSecrets() {
        for (String setting :
                List.of(
                        "socialhub.keys.encryption-key",
                        "socialhub.tokens.refresh-key",
                        "socialhub.identity.service-token-key")) {
            assertThatThrownBy(
                            () -> AuthServer.start(AuthServer.newDatabase(), Map.of(setting, "")))
                    .satisfies(failure ->
                            assertThat(StartFailureLog.reason(failure))
                                    .contains("must be set to base64 of 32 random bytes"));
        }
    }
}
