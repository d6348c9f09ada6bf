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
    record Note(@Nullable @PlainText(min = 1, max = 5) String text) {}

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
    void takesWhatPeopleType(String text) {
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

    private static List<String> violations(@Nullable String text) {
        return context.getBean(Validator.class).validate(new Note(text)).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }
}
