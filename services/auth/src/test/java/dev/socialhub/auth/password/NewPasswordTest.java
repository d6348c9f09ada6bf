package dev.socialhub.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.shared.problem.Problem.FieldError;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTest {

    private static final List<String> JOHN = List.of("John Doe", "john@example.com", "johndoe");
    private static final NewPassword PASSWORD = PasswordFixture.newPassword();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SecurePass123!",
                "correct horse battery staple",
                " leading and trailing ",
                "пароль из многих слов"
            })
    void takesWhatIsHardToGuess(String password) {
        assertThatCode(() -> PASSWORD.check(password, JOHN)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "johndoe1",
                "john@example.com",
                "qwertyuiop",
                "aaaaaaaaaaaaaaaa"
            })
    void refusesWhatIsEasyToGuess(String password) {
        assertRefused(password, "is too easy to guess; add another word or two");
    }

    @Test
    void refusesWhatIsTooShortInCodePoints() {
        assertRefused("😀😀😀😀", "must be at least 8 characters long");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertRefused("x7$Qm".repeat(26), "must be at most 128 characters long");
        assertRefused("x7$Qm".repeat(200_000), "must be at most 128 characters long");
    }

    @Test
    void countsCharactersOnceNormalised() {
        assertRefused("e\u0301".repeat(7), "must be at least 8 characters long");
        assertThatCode(() -> PASSWORD.check("x7$Qe\u0301m2#".repeat(16), JOHN))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesHalfASurrogatePair() {
        assertRefused("correct horse \ud83d battery", "must be valid Unicode text");
    }

    @Test
    void findsTheGoodPartBehindAPoorBeginning() {
        String password = "password".repeat(5) + "xK9#mQ2$vL7@";

        assertThatCode(() -> PASSWORD.check(password, JOHN)).doesNotThrowAnyException();
    }

    @Test
    void spendsLittleTimeOnTheWorstInput() {
        String leet = "4@8({[<36911!|!|1705$+702%".repeat(4);
        Instant start = Instant.now();

        PASSWORD.check(leet, JOHN);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    private static void assertRefused(String password, String message) {
        assertThatThrownBy(() -> PASSWORD.check(password, JOHN))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> {
                            assertThat(refused.type()).isEqualTo(ProblemType.INVALID);
                            assertThat(refused.problem().errors())
                                    .containsExactly(new FieldError("password", message));
                        });
    }
}
