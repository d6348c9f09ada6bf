package dev.socialhub.chat.event;

import dev.socialhub.chat.conversation.ConversationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/** Drops what says the same again within two seconds: clients report each key. */
@Singleton
class RepeatedTyping {

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int LIMIT = 20_000;

    private final Clock clock;
    private final LinkedHashMap<Key, Told> told = new LinkedHashMap<>();

    RepeatedTyping(Clock clock) {
        this.clock = clock;
    }

    private record Key(String socketId, ConversationId conversation) {}

    private record Told(boolean isTyping, Instant at) {}

    synchronized boolean isDue(String socketId, ConversationId conversation, boolean isTyping) {
        Key key = new Key(socketId, conversation);
        Instant now = clock.instant();
        Told last = told.get(key);
        if (last != null && last.isTyping == isTyping && now.isBefore(last.at.plus(INTERVAL))) {
            return false;
        }
        told.remove(key);
        told.put(key, new Told(isTyping, now));
        if (told.size() > LIMIT) {
            told.pollFirstEntry();
        }
        return true;
    }
}
