package dev.socialhub.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.shared.problem.ProblemException;
import org.junit.jupiter.api.Test;

class LoginRequestTest {

    @Test
    void takesOneOfThreeIdentifiers() {
        assertThat(new LoginRequest("a", null, null, "p").given()).isEqualTo("a");
        assertThat(new LoginRequest(null, "b", null, "p").given()).isEqualTo("b");
        assertThat(new LoginRequest(null, null, "c", "p").given()).isEqualTo("c");
    }

    @Test
    void trimsWhiteSpaceAroundIdentifiersAndNotAroundPasswords() {
        LoginRequest request = new LoginRequest(" ann@example.com\u00a0", null, null, " p ");

        assertThat(request.given()).isEqualTo("ann@example.com");
        assertThat(request.password()).isEqualTo(" p ");
        assertThat(new LoginRequest(null, "\tb ", null, "p").given()).isEqualTo("b");
        assertThat(new LoginRequest(null, null, " c\n", "p").given()).isEqualTo("c");
    }

    @Test
    void refusesNoneAndTwo() {
        assertThatThrownBy(() -> new LoginRequest(null, null, null, "p").given())
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new LoginRequest("a", "b", null, "p").given())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void doesNotPrintThePassword() {
        assertThat(new LoginRequest("john", null, null, "secret").toString())
                .doesNotContain("secret", "john");
    }
}
