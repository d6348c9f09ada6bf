package dev.socialhub.shared.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceCursorTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 255, 1L << 40, Long.MAX_VALUE})
    void readsWhatItWrote(long seq) {
        assertThat(SequenceCursor.decoded(new SequenceCursor(seq).encoded()).seq()).isEqualTo(seq);
    }

    @Test
    void readsCursorsThatClientsHold() {
        assertThat(SequenceCursor.decoded("AAAAAAAAASw")).isEqualTo(new SequenceCursor(300));
        assertThat(new SequenceCursor(300).encoded()).isEqualTo("AAAAAAAAASw");
    }

    @Test
    void beginsWithTheNewestWhenThereIsNone() {
        assertThat(new PageQuery(20, null).below()).isEqualTo(SequenceCursor.NEWEST);
        assertThat(new PageQuery(20, "").below()).isEqualTo(SequenceCursor.NEWEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "!", "AAAAAAAAAAA", "__________8", "AAAAAAAAAAEA", "\0", "é"})
    void refusesWhatItNeverWrote(String text) {
        assertThatThrownBy(() -> SequenceCursor.decoded(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID));
    }
}
