package dev.socialhub.chat.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PositionsTest {

    private final Positions positions = new Positions();

    @Test
    void skipsWhatAHistoryContained() {
        positions.complete("a", "room:a", 7);

        assertThat(positions.live("a", "room:a", 7)).isFalse();
        assertThat(positions.live("a", "room:a", 8)).isTrue();
        assertThat(positions.offset()).isEqualTo("0,0:8");
    }

    @Test
    void takesLiveMessagesThatCross() {
        positions.complete("a", "room:a", 7);

        assertThat(positions.live("a", "room:a", 9)).isTrue();
        assertThat(positions.live("a", "room:a", 8)).isTrue();
        assertThat(positions.offset()).isEqualTo("0,0:9");
    }

    @Test
    void forgetsTheConversationsOfAGroup() {
        positions.complete("a", "room:a", 7);
        positions.complete("b", "user:1", 2);
        positions.leave("room:a");

        assertThat(positions.offset()).isEqualTo("0,1:2");
        positions.complete("a", "room:a", 9);
        assertThat(positions.offset()).isEqualTo("0,1:2,2:9");
    }

    @Test
    void knowsNothingOfAConversationWithoutGroup() {
        positions.complete("a", null, 7);

        assertThat(positions.offset()).isEqualTo("0");
    }
}
