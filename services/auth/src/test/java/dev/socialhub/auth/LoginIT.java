package dev.socialhub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.auth.password.PasswordFixture;
import dev.socialhub.shared.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginIT {

    private static AuthServer auth;

    @BeforeAll
    static void start() {
        auth = AuthServer.start();
        auth.signUp("johndoe");
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"identifier\":\"johndoe@example.com\",\"password\":\"SecurePass123!\"}",
                "{\"identifier\":\"JOHNDOE@EXAMPLE.COM\",\"password\":\"SecurePass123!\"}",
                "{\"identifier\":\"JohnDoe\",\"password\":\"SecurePass123!\"}",
                "{\"identifier\":\" johndoe@example.com\\u00a0\",\"password\":\"SecurePass123!\"}",
                "{\"identifier\":\"johndoe\\n\",\"password\":\"SecurePass123!\"}",
                "{\"email\":\"JohnDoe@example.com\",\"password\":\"SecurePass123!\"}",
                "{\"username\":\"johndoe\",\"password\":\"SecurePass123!\",\"email\":null}"
            })
    void takesAnAddressOrAName(String body) {
        Answer answer = auth.post("/api/v1/auth/login", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("message")).isEqualTo("Login successful");
        assertThat(answer.at("user.username")).isEqualTo("johndoe");
        assertThat(auth.getAs(answer.at("token"), "/api/v1/auth/verify-user").status())
                .isEqualTo(200);
    }

    @Test
    void answersAlikeForAWrongPasswordAndAnUnknownAccount() {
        Answer wrong = auth.logIn("johndoe", "wrong password");
        Answer unknown = auth.logIn("nobody", "wrong password");
        Answer impossible = auth.logIn("no body@", "wrong password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(withoutRequestId(unknown)).isEqualTo(withoutRequestId(wrong));
        assertThat(withoutRequestId(impossible)).isEqualTo(withoutRequestId(wrong));
    }

    @Test
    void refusesASuspendedAccountLikeAnUnknownOne() {
        auth.signUp("suspended");
        auth.query("update account set status = 'suspended' where username = 'suspended'");

        assertThat(auth.logIn("suspended", AuthServer.PASSWORD).status()).isEqualTo(401);
        assertThat(auth.get("/api/v1/auth/check/suspended").at("available")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\":\"x\"}",
                "{\"identifier\":\"a\",\"email\":\"b\",\"password\":\"x\"}",
                "{\"identifier\":\"johndoe\"}",
                "{\"identifier\":\"johndoe\",\"password\":\"\"}",
                "{\"identifier\":\"johndoe\",\"password\":\"x\",\"role\":\"ADMIN\"}"
            })
    void refusesWhatIsIncompleteOrUnknown(String body) {
        Answer answer = auth.post("/api/v1/auth/login", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("errors.0.field")).isNotBlank();
    }

    @Test
    void takesAPasswordHoweverTheKeyboardWritesIt() {
        String composed = "un caf\u00e9 tr\u00e8s fort";
        String decomposed = "un cafe\u0301\u00a0tre\u0300s fort";
        auth.post(
                "/api/v1/auth/signup",
                AuthServer.signUpBody("composed").replace(AuthServer.PASSWORD, composed));
        auth.post(
                "/api/v1/auth/signup",
                AuthServer.signUpBody("decomposed").replace(AuthServer.PASSWORD, decomposed));

        for (String username : List.of("composed", "decomposed")) {
            for (String password : List.of(composed, decomposed)) {
                assertThat(auth.logIn(username, password).status()).isEqualTo(200);
            }
            assertThat(auth.logIn(username, "un cafe tres fort").status()).isEqualTo(401);
        }
    }

    @Test
    void replacesAHashThatWasMadeOfAPasswordAsTyped() {
        auth.signUp("older");
        String typed = "un cafe\u0301 tre\u0300s fort";
        String hash = PasswordFixture.hashOf(typed);
        auth.query("update account set password_hash = '" + hash + "' where username = 'older'");

        assertThat(auth.logIn("older", "un caf\u00e9 tr\u00e8s fort").status()).isEqualTo(401);
        assertThat(auth.logIn("older", typed).status()).isEqualTo(200);

        assertThat(auth.query("select password_hash from account where username = 'older'"))
                .singleElement()
                .asString()
                .startsWith("$argon2id$")
                .isNotEqualTo(hash);
        assertThat(auth.logIn("older", "un caf\u00e9 tr\u00e8s fort").status()).isEqualTo(200);
        assertThat(auth.logIn("older", typed).status()).isEqualTo(200);
    }

    @Test
    void opensASessionOfItsOwnEachTime() {
        Answer first = auth.logIn("johndoe", AuthServer.PASSWORD);
        Answer second = auth.logIn("johndoe", AuthServer.PASSWORD);

        assertThat(second.at("refreshToken")).isNotEqualTo(first.at("refreshToken"));
    }

    private static String withoutRequestId(Answer answer) {
        return answer.status() + answer.text().replaceAll("\"(requestId|traceId)\":\"[^\"]*\"", "");
    }
}
