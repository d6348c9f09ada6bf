package dev.socialhub.shared.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeCursorTest {

    @Test
    void readsWhatItWrote() {
        TimeCursor cursor =
                new TimeCursor(Instant.parse("2026-01-02T03:04:05.678901Z"), UUID.randomUUID());
        assertThat(TimeCursor.decoded(cursor.encoded())).isEqualTo(cursor);
        assertThat(TimeCursor.decoded(TimeCursor.NEWEST.encoded())).isEqualTo(TimeCursor.NEWEST);
    }

    @Test
    void readsCursorsThatClientsHold() {
        TimeCursor held =
                new TimeCursor(
                        Instant.parse("2026-01-02T03:04:05.678901Z"),
                        UUID.fromString("01980b5e-6f0a-7000-8000-0000000000a1"));
        assertThat(TimeCursor.decoded("AAAAAGlXNaUodzUIAZgLXm8KcACAAAAAAAAAoQ")).isEqualTo(held);
        assertThat(held.encoded()).isEqualTo("AAAAAGlXNaUodzUIAZgLXm8KcACAAAAAAAAAoQ");
    }

    @Test
    void needsNoEscapingInAnAddress() {
        for (int i = 0; i < 100; i++) {
            assertThat(new TimeCursor(Instant.now(), UUID.randomUUID()).encoded())
                    .matches("[A-Za-z0-9_-]{38}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "not base64!", "\0", "👋"})
    void refusesWhatItNeverWrote(String text) {
        assertInvalid(text);
    }

    @Test
    void refusesMoreThanACursor() {
        assertInvalid(new TimeCursor(Instant.now(), UUID.randomUUID()).encoded() + "AAAA");
    }

    @Test
    void refusesTimesThatNoDatabaseHolds() {
        assertInvalid(at(Long.MAX_VALUE, 0));
        assertInvalid(at(Long.MIN_VALUE, 0));
        assertInvalid(at(Long.MAX_VALUE, Integer.MAX_VALUE));
        assertInvalid(at(-1, 0));
        assertInvalid(at(TimeCursor.NEWEST.at().getEpochSecond() + 1, 0));
    }

    @Test
    void beginsWithTheNewestWithoutACursor() {
        assertThat(new PageQuery(20, null).after()).isEqualTo(TimeCursor.NEWEST);
        assertThat(new PageQuery(20, "").after()).isEqualTo(TimeCursor.NEWEST);
    }

    private static String at(long seconds, int nanos) {
        byte[] bytes =
                ByteBuffer.allocate(28)
                        .putLong(seconds)
                        .putInt(nanos)
                        .putLong(1)
                        .putLong(2)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void assertInvalid(String text) {
        assertThatThrownBy(() -> TimeCursor.decoded(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID));
    }
}
