package dev.socialhub.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {

    @Test
    void foldsUpperCase() {
        assertThat(Username.parse("John_Doe.9")).contains(new Username("john_doe.9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "",
                "a b c",
                "a-b-c",
                "jo\0hn",
                "jöhn",
                "KELVIN\u212a",
                "0123456789012345678901234567890",
                "01920000-0000-7000-8000-000000000001"
            })
    void refusesWhatIsNoUsername(String typed) {
        assertThat(Username.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "....", "___", "_._", "______________________________"})
    void takesNoNewNameOfPunctuationAloneAndStillFindsOldOnes(String typed) {
        assertThat(Username.parse(typed))
                .hasValueSatisfying(name -> assertThat(name.isWellFormed()).isFalse());
        assertThat(typed).doesNotMatch(Username.NEW_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_a_", "..9", "a..", "__________john__"})
    void takesANewNameWithALetterOrDigit(String typed) {
        assertThat(new Username(typed).isWellFormed()).isTrue();
        assertThat(typed).matches(Username.NEW_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "Admin", "system", "relationships"})
    void reservesNamesThatStandInPaths(String typed) {
        assertThat(Username.parse(typed))
                .hasValueSatisfying(name -> assertThat(name.isReserved()).isTrue());
    }

    @Test
    void leavesOrdinaryNamesFree() {
        assertThat(new Username("johndoe").isReserved()).isFalse();
    }
}
