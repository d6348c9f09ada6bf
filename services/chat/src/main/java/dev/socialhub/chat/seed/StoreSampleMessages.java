package dev.socialhub.chat.seed;

import dev.socialhub.chat.conversation.ConversationHead.Marks;
import dev.socialhub.chat.conversation.ConversationHeadStore;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.message.AppendMessages;
import dev.socialhub.chat.message.Message;
import dev.socialhub.chat.message.Stored;
import dev.socialhub.ops.seed.Seeded;
import dev.socialhub.people.tombstone.TombstoneRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stores messages of sample users; none is announced to absent users. */
@Singleton
class StoreSampleMessages {

    private final TombstoneRepository tombstones;
    private final AppendMessages appendMessages;
    private final ConversationHeadStore heads;

    StoreSampleMessages(
            TombstoneRepository tombstones,
            AppendMessages appendMessages,
            ConversationHeadStore heads) {
        this.tombstones = tombstones;
        this.appendMessages = appendMessages;
        this.heads = heads;
    }

    /** Returns when all are stored; may be repeated. */
    Seeded store(List<SeededMessage> messages) {
        Set<UUID> senders =
                messages.stream().map(SeededMessage::sender).collect(Collectors.toSet());
        Set<UUID> deleted = new HashSet<>(tombstones.among(senders));
        List<SeededMessage> kept =
                messages.stream().filter(one -> !deleted.contains(one.sender())).toList();
        List<Stored> stored =
                appendMessages.append(kept.stream().map(SeededMessage::draft).toList());
        markAsRead(stored.stream().map(Stored::message).toList());
        int added = (int) stored.stream().filter(Stored::isNew).count();
        return new Seeded(added, messages.size() - kept.size());
    }

    /** The sender of the last message has read everything, and the receiver all but that. */
    private void markAsRead(Collection<Message> stored) {
        Map<DirectId, Message> last = new HashMap<>();
        for (Message message : stored) {
            if (message.conversation() instanceof DirectId id) {
                last.merge(id, message, (one, other) -> one.seq() > other.seq() ? one : other);
            }
        }
        last.forEach((id, message) ->
                id.members()
                        .forEach(member -> {
                            long read = message.isBy(member) ? message.seq() : message.seq() - 1;
                            heads.mark(id, member, new Marks(read, read));
                        }));
    }
}
