package dev.socialhub.chat.history;

import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.message.ConversationEnds;
import dev.socialhub.chat.message.Message;
import dev.socialhub.chat.message.MessageStore;
import dev.socialhub.chat.message.MessageView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads pages of messages. Numbers are dense, so a page is a list of ids that needs no query. */
@Singleton
class ReadMessagePage {

    private final MessageStore messages;
    private final ConversationEnds ends;

    ReadMessagePage(MessageStore messages, ConversationEnds ends) {
        this.messages = messages;
        this.ends = ends;
    }

    /** The newest messages, or those before a number, oldest first. */
    MessagePage newest(ConversationId conversation, @Nullable Long before, int limit) {
        long last = before == null ? ends.find(conversation) : before - 1;
        long first = Math.max(1, last - limit + 1);
        List<Message> found = find(conversation, first, last);
        boolean more = !found.isEmpty() && found.getFirst().seq() > 1;
        return page(found, more ? Long.toString(found.getFirst().seq()) : null);
    }

    /** The messages after a number, oldest first. */
    MessagePage after(ConversationId conversation, long after, int limit) {
        List<Message> found = find(conversation, after + 1, after + limit + 1);
        if (found.size() <= limit) {
            return page(found, null);
        }
        List<Message> shown = found.subList(0, limit);
        return page(shown, Long.toString(shown.getLast().seq()));
    }

    private List<Message> find(ConversationId conversation, long first, long last) {
        return messages.find(conversation, LongStream.rangeClosed(first, last).boxed().toList());
    }

    private static MessagePage page(List<Message> found, @Nullable String nextCursor) {
        return new MessagePage(found.stream().map(MessageView::of).toList(), nextCursor);
    }
}
