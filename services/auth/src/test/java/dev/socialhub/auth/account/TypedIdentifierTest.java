package dev.socialhub.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedIdentifierTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                " ann@example.com",
                "ann@example.com ",
                "\tann@example.com\r\n",
                "\u00a0ann@example.com\u3000",
                "\u2028 ann@example.com \u202f"
            })
    void losesWhiteSpaceAtBothEnds(String typed) {
        assertThat(TypedIdentifier.trimmed(typed)).isEqualTo("ann@example.com");
    }

    @Test
    void keepsWhiteSpaceWithin() {
        assertThat(TypedIdentifier.trimmed(" ann smith ")).isEqualTo("ann smith");
    }

    @Test
    void leavesNothingOfBlanks() {
        assertThat(TypedIdentifier.trimmed(" \u00a0\n")).isEmpty();
        assertThat(TypedIdentifier.trimmed("")).isEmpty();
    }
}
