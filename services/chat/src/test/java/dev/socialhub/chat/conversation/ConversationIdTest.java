package dev.socialhub.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.chat.conversation.Audience.InRoom;
import dev.socialhub.chat.conversation.Audience.OfUser;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationIdTest {

    private static final UUID ADA = UUID.fromString("01920000-0000-7000-8000-0000000000aa");
    private static final UUID BOB = UUID.fromString("f1920000-0000-7000-8000-0000000000cc");

    @Test
    void aPairHasOneConversation() {
        DirectId id = DirectId.of(ADA, BOB);
        assertThat(DirectId.of(BOB, ADA)).isEqualTo(id);
        assertThat(ConversationId.parsed(id.text())).contains(id);
        assertThat(id.members()).containsExactlyInAnyOrder(ADA, BOB);
        assertThat(id.other(ADA)).isEqualTo(BOB);
        assertThat(id.other(BOB)).isEqualTo(ADA);
        assertThat(id.has(UUID.randomUUID())).isFalse();
        assertThat(id.text()).hasSize(46).startsWith("dm_");
    }

    @Test
    void anIdHasOneSpelling() {
        String text = DirectId.of(ADA, BOB).text();
        char last = text.charAt(text.length() - 1);
        String other = text.substring(0, text.length() - 1) + (char) (last + 1);
        assertThat(ConversationId.parsed(other)).isNotEqualTo(ConversationId.parsed(text));
        assertThat(ConversationId.parsed(other).map(ConversationId::text))
                .satisfiesAnyOf(
                        parsed -> assertThat(parsed).isEmpty(),
                        parsed -> assertThat(parsed).contains(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"room-123", "a", "A.b_c-9", "__proto__", "constructor", "dm", "DM_x"})
    void roomsHavePlainNames(String text) {
        assertThat(ConversationId.parsed(text)).contains(new RoomId(text));
        assertThat(Audience.ofGroup("room:" + text)).contains(new InRoom(new RoomId(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "ü", "a:1", "a|b", "dm_", "dm_room", "a\n", "../x", "\0"})
    void otherTextsAreNoIds(String text) {
        assertThat(ConversationId.parsed(text)).isEmpty();
    }

    @Test
    void anIdHasAtMost64Characters() {
        assertThat(ConversationId.parsed("a".repeat(64))).isPresent();
        assertThat(ConversationId.parsed("a".repeat(65))).isEmpty();
    }

    @Test
    void groupsOfOthersAreNoAudience() {
        assertThat(Audience.ofGroup("user:" + ADA)).contains(new OfUser(ADA));
        assertThat(Audience.ofGroup("user:x")).isEqualTo(Optional.empty());
        assertThat(Audience.ofGroup("room:dm_x")).isEqualTo(Optional.empty());
        assertThat(Audience.ofGroup("other")).isEqualTo(Optional.empty());
    }
}
