package dev.socialhub.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @ParameterizedTest
    @ValueSource(strings = {"", "ascii", "\u00e9", "\u20ac", "\ud83d\ude00", "a\u0000b", "\uffff"})
    void takesEveryLetter(String text) {
        assertThat(Utf8.isWellFormed(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "overlong /, 61c0af62",
        "overlong NUL, c080",
        "overlong in three, e080af",
        "overlong in four, f08080af",
        "half a surrogate pair, eda080",
        "a surrogate pair, eda0bdedb880",
        "beyond Unicode, f4908080",
        "five bytes, f888808080",
        "cut short at the end, 61e282",
        "cut short within, e28261",
        "a continuation alone, 6180",
        "Latin-1, 4ae9",
        "UTF-16 with a mark, feff0061"
    })
    void refusesWhatOnlyResemblesIt(String what, String hex) {
        assertThat(Utf8.isWellFormed(HexFormat.of().parseHex(hex))).as(what).isFalse();
    }
}
