package dev.socialhub.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.validation.validator.Validator;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static ApplicationContext context;

    @Introspected
    record Note(@Nullable @PlainText(min = 1, max = 5, lines = true) String text) {}

    @Introspected
    record Title(@Nullable @PlainText(min = 1, max = 60) String text) {}

    @BeforeAll
    static void start() {
        context =
                ApplicationContext.builder()
                        .properties(Map.of("socialhub.identity.auth-urls", "http://127.0.0.1:1"))
                        .start();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "hello",
                "a\tb\nc",
                "Grüße",
                "こんにちは",
                "👨👩👧👦👋",
                "<b>&'",
                "\u202ea",
                "❤\ufe0f",
                "\u093f"
            })
    void acceptsUsualInput(String text) {
        assertThat(violations(text)).isEmpty();
    }

    @Test
    void leavesAbsenceToOthers() {
        assertThat(violations(null)).isEmpty();
    }

    @Test
    void countsLettersHoweverTheyWereTyped() {
        assertThat(violations("e\u0301e\u0301e\u0301e\u0301e\u0301")).isEmpty();
        assertThat(PlainTextRule.normalised("e\u0301")).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t ",
                "\u2003",
                "\u00a0",
                "\u202e",
                "\u200b\u200b",
                " \u200d \ufeff",
                "\u3164",
                "\u2800",
                "\ufe0f",
                "\udb40\udc41"
            })
    void refusesNothing(String text) {
        assertThat(violations(text)).containsExactly("must not be blank");
    }

    @Test
    void refusesTooMuch() {
        assertThat(violations("123456")).containsExactly("must be at most 5 characters long");
        assertThat(violations("👋".repeat(6))).containsExactly("must be at most 5 characters long");
        assertThat(violations("a".repeat(1_000_000)))
                .containsExactly("must be at most 5 characters long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0", "\u001b[2J", "\u0007", "\u0085", "\ud800", "a\udc00"})
    void refusesWhatTerminalsAndDatabasesChokeOn(String text) {
        assertThat(violations(text)).containsExactly("must not contain control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\rb", "a\u2028b", "a\u2029b"})
    void keepsEveryLineBreakAsANewline(String text) {
        assertThat(violations(text)).isEmpty();
        assertThat(PlainTextRule.normalised(text)).isEqualTo("a\nb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nSet-Cookie: a=b",
                "a\nb",
                "a\n",
                "a\tb",
                "a\rb",
                "a\u000bb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u202ab",
                "a\u202eb",
                "a\u2066b",
                "a\u2069b",
                "a\u206ab",
                "a\ufff9b",
                "a\udb40\udc01b",
                "a\u007fb",
                "a\0b",
                "a\ud800b"
            })
    void refusesInOneLineWhatBreaksOrTurnsIt(String text) {
        assertThat(violations(new Title(text)))
                .containsExactly("must be one line without control characters");
    }

    /** Persian and Sinhala joiners, a family, a flag, a mark of direction, a Khmer word break. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
                "\ud83d\udc69\u200d\ud83d\udc67",
                "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
                "\u05e9\u05dc\u05d5\u05dd\u200f (Ltd.)\u200e",
                "\u1797\u17b6\u179f\u17b6\u200b\u1781\u17d2\u1798\u17c2\u179a"
            })
    void takesInOneLineWhatScriptsAndEmojiNeed(String text) {
        assertThat(violations(new Title(text))).isEmpty();
    }

    private static List<String> violations(@Nullable String text) {
        return violations(new Note(text));
    }

    private static List<String> violations(Object bean) {
        return context.getBean(Validator.class).validate(bean).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }
}
