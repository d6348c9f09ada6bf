package dev.socialhub.chat.message;

import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.ParticipationStore;
import dev.socialhub.chat.conversation.ParticipationStore.RoomPart;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.message.Message.Content;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records where users take part, before their messages are stored: a crash may leave an entry too
 * many, and never one too few. Lists of conversations and the erasure of a user read it.
 */
@Singleton
class RecordParticipation {

    private static final int LIMIT = 50_000;

    private final ParticipationStore participation;
    private final LinkedHashSet<Object> recorded = new LinkedHashSet<>();

    RecordParticipation(ParticipationStore participation) {
        this.participation = participation;
    }

    private record Author(UUID userId, RoomPart part) {}

    /** Records what isn't known to be recorded. */
    void before(Collection<Message> messages) {
        Set<DirectId> joined = new HashSet<>();
        Map<UUID, Set<RoomPart>> written = new HashMap<>();
        Set<Object> entries = new HashSet<>();
        for (Message message : messages) {
            @Nullable Content content = message.content();
            if (content == null) {
                continue;
            }
            switch (message.conversation()) {
                case DirectId id -> {
                    if (isNew(id, entries)) {
                        joined.add(id);
                    }
                }
                case RoomId id -> {
                    RoomPart part = RoomPart.of(id, message.seq());
                    if (isNew(new Author(content.senderId(), part), entries)) {
                        written.computeIfAbsent(content.senderId(), _ -> new HashSet<>()).add(part);
                    }
                }
            }
        }
        if (!joined.isEmpty()) {
            participation.join(joined);
        }
        if (!written.isEmpty()) {
            participation.wroteIn(written);
        }
        remember(entries);
    }

    private synchronized boolean isNew(Object entry, Set<Object> entries) {
        return !recorded.contains(entry) && entries.add(entry);
    }

    private synchronized void remember(Collection<Object> entries) {
        recorded.addAll(entries);
        while (recorded.size() > LIMIT) {
            recorded.removeFirst();
        }
    }
}
