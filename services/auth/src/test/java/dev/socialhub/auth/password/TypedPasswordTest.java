package dev.socialhub.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedPasswordTest {

    @ParameterizedTest
    @CsvSource({
        "e\u0301, \u00e9",
        "a\u00a0b\u3000c\u2003d, a b c d",
        "\u1112\u1161\u11ab, \ud55c",
        "\u212b, \u00c5",
        "A\tb, A\tb"
    })
    void writesTheSameKeysInOneForm(String typed, String normalised) {
        assertThat(TypedPassword.normalised(typed)).isEqualTo(normalised);
    }

    @Test
    void keepsCaseWidthAndSpacesAtTheEnds() {
        assertThat(TypedPassword.normalised(" Pass\uff57ord  ")).isEqualTo(" Pass\uff57ord  ");
    }
}
