package dev.socialhub.shared.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountCursorTest {

    private static final CountCursor CURSOR = new CountCursor(300, new UUID(1, 2));
    private static final String TEXT = "AAAAAAAAASwAAAAAAAAAAQAAAAAAAAAC";

    @Test
    void readsWhatItWrote() {
        assertThat(CountCursor.decoded(CURSOR.encoded())).isEqualTo(CURSOR);
        assertThat(CountCursor.decoded(CountCursor.GREATEST.encoded()))
                .isEqualTo(CountCursor.GREATEST);
    }

    @Test
    void readsCursorsThatClientsHold() {
        assertThat(CountCursor.decoded(TEXT)).isEqualTo(CURSOR);
        assertThat(CURSOR.encoded()).isEqualTo(TEXT);
    }

    @Test
    void beginsWithTheGreatestWhenThereIsNone() {
        assertThat(new PageQuery(20, null).belowCount()).isEqualTo(CountCursor.GREATEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "!", "AAAAAAAAASw", "\0", "é"})
    void refusesWhatItNeverWrote(String text) {
        assertThatThrownBy(() -> CountCursor.decoded(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID));
    }
}
