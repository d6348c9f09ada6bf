package dev.socialhub.chat.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRecordTest {

    private final Positions positions = new Positions();

    private SessionRecord stored() {
        return new SessionRecord(
                UUID.randomUUID(),
                "socket",
                List.of("room:a", "room:b"),
                positions.conversations(),
                positions.nextOrdinal(),
                positions.epoch());
    }

    @Test
    void placesEachConversationWhereTheClientIs() {
        positions.complete("a", "room:a", 7);
        positions.complete("b", "room:b", 0);
        SessionRecord stored = stored();
        assertThat(positions.live("b", "room:b", 1)).isTrue();

        assertThat(stored.at(positions.offset()).orElseThrow())
                .containsExactly(
                        new Conversation("a", 0, "room:a", 7),
                        new Conversation("b", 1, "room:b", 1));
    }

    @Test
    void placesConversationsThatTheOffsetIsTooOldForWhereTheyBegan() {
        positions.complete("a", "room:a", 7);
        String offset = positions.offset();
        positions.complete("b", "room:b", 3);

        assertThat(stored().at(offset).orElseThrow())
                .contains(new Conversation("b", 1, "room:b", 3));
    }

    @Test
    void ignoresAConversationThatWasLeft() {
        positions.complete("a", "room:a", 7);
        positions.complete("b", "room:b", 3);
        String offset = positions.offset();
        positions.leave("room:a");

        assertThat(stored().at(offset).orElseThrow())
                .containsExactly(new Conversation("b", 1, "room:b", 3));
    }

    @Test
    void doesNotKnowAConversationThatCameInLater() {
        SessionRecord stored = stored();
        positions.complete("a", "room:a", 7);

        assertThat(stored.at(positions.offset())).isEmpty();
    }

    @Test
    void doesNotKnowTheOffsetOfALaterEpoch() {
        positions.complete("a", "room:a", 7);
        SessionRecord earlier = stored();
        Positions later =
                Positions.of(earlier.conversations(), earlier.nextOrdinal(), earlier.epoch() + 1);

        assertThat(earlier.at(later.offset())).isEmpty();
        assertThat(earlier.at(positions.offset())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                ",",
                "0:7",
                "0,:",
                "0,0:",
                "0,:1",
                "0,0:1,",
                "0,0:-1",
                "0,0:99999999999999999999",
                "0,٣:1"
            })
    void refusesWhatIsNoOffset(String offset) {
        positions.complete("a", "room:a", 7);

        assertThat(stored().at(offset)).isEmpty();
    }
}
