package dev.socialhub.chat.erasure;

import dev.socialhub.chat.conversation.ConversationHeadStore;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.ParticipationStore;
import dev.socialhub.chat.conversation.ParticipationStore.RoomPart;
import dev.socialhub.chat.message.ConversationEnds;
import dev.socialhub.chat.message.Message;
import dev.socialhub.chat.message.MessageStore;
import dev.socialhub.people.erasure.PersonalData;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Erases a deleted user's messages. Their numbers and times stay, so that the conversations of the
 * others remain without holes. Direct conversations come first, one in each batch, and then the
 * parts of rooms.
 */
@Singleton
class EraseMessages implements PersonalData {

    private static final int AT_ONCE = 500;

    private final ParticipationStore participation;
    private final ConversationHeadStore heads;
    private final MessageStore messages;
    private final ConversationEnds ends;

    EraseMessages(
            ParticipationStore participation,
            ConversationHeadStore heads,
            MessageStore messages,
            ConversationEnds ends) {
        this.participation = participation;
        this.heads = heads;
        this.messages = messages;
        this.ends = ends;
    }

    @Override
    public int eraseSome(UUID userId) {
        Set<UUID> partners = participation.partners(userId);
        if (!partners.isEmpty()) {
            UUID partner = partners.iterator().next();
            DirectId id = DirectId.of(userId, partner);
            erase(userId, id, 1, ends.find(id));
            heads.forget(id, userId);
            participation.forget(userId, partner);
            return 1;
        }
        List<RoomPart> parts = participation.someParts(userId);
        parts.forEach(one -> erase(userId, one.room(), one.firstSeq(), one.lastSeq()));
        participation.forget(userId, parts);
        return parts.size();
    }

    private void erase(UUID userId, ConversationId id, long first, long last) {
        for (long from = first; from <= last; from += AT_ONCE) {
            long to = Math.min(last, from + AT_ONCE - 1);
            List<Message> found =
                    messages.find(id, LongStream.rangeClosed(from, to).boxed().toList());
            messages.erase(found.stream().filter(one -> one.isBy(userId)).toList());
            if (found.isEmpty()) {
                return;
            }
        }
    }

    /** Messages themselves are not counted, since all of them would have to be read. */
    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of(
                "direct conversations", (long) participation.partners(userId).size(),
                "parts of rooms", (long) participation.parts(userId));
    }
}
