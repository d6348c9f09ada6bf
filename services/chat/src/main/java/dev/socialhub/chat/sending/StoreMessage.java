package dev.socialhub.chat.sending;

import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.message.AppendMessages;
import dev.socialhub.chat.message.Draft;
import dev.socialhub.chat.message.Stored;
import dev.socialhub.chat.presence.FindPresence;
import jakarta.inject.Singleton;

/**
 * Stores a message, and publishes an event if it is a direct one whose receiver is absent. MongoDB
 * and the outbox share no transaction: the intent is written first, and a crash in between leaves
 * it to {@link SweepIntents}.
 */
@Singleton
class StoreMessage {

    private final FindPresence findPresence;
    private final MessageIntentRepository intents;
    private final AppendMessages appendMessages;
    private final AnnounceMessage announceMessage;

    StoreMessage(
            FindPresence findPresence,
            MessageIntentRepository intents,
            AppendMessages appendMessages,
            AnnounceMessage announceMessage) {
        this.findPresence = findPresence;
        this.intents = intents;
        this.appendMessages = appendMessages;
        this.announceMessage = announceMessage;
    }

    Stored store(Draft draft) {
        return switch (draft.conversation()) {
            case RoomId _ -> appendMessages.append(draft);
            case DirectId direct -> storeDirect(direct, draft);
        };
    }

    private Stored storeDirect(DirectId conversation, Draft draft) {
        if (findPresence.isOnline(conversation.other(draft.content().senderId()))) {
            return appendMessages.append(draft);
        }
        boolean isFirstIntent = intents.add(draft.key(), draft.createdAt());
        Stored stored = appendMessages.append(draft);
        if (isFirstIntent && !stored.isNew()) {
            // Sent and announced before, or sent while the other member was present.
            intents.remove(draft.key());
        } else {
            announceMessage.announce(draft.key(), stored.message());
        }
        return stored;
    }
}
