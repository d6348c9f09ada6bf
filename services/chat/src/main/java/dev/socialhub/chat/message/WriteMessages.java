package dev.socialhub.chat.message;

import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Gatherers;

/**
 * Gives messages their numbers. A number is taken by inserting a document with it: the store
 * refuses the second writer, which looks for the conversation's end again and continues from there.
 */
@Singleton
class WriteMessages {

    private static final int CONVERSATIONS_AT_ONCE = 16;
    private static final int MAX_ATTEMPTS = 200;

    private final MessageStore messages;
    private final ConversationEnds ends;
    private final RecordParticipation participation;

    WriteMessages(MessageStore messages, ConversationEnds ends, RecordParticipation participation) {
        this.messages = messages;
        this.ends = ends;
        this.participation = participation;
    }

    /** What is still to be written to one conversation, behind the last number known as taken. */
    private record Row(ConversationId id, long last, List<Draft> waiting) {

        List<Message> numbered() {
            List<Message> numbered = new ArrayList<>(waiting.size());
            for (Draft draft : waiting) {
                numbered.add(draft.numbered(last + numbered.size() + 1));
            }
            return numbered;
        }

        Row without(int written) {
            return new Row(id, last + written, waiting.subList(written, waiting.size()));
        }
    }

    /**
     * Writes drafts, those of a conversation in this order.
     *
     * @param drafts by their keys
     * @return by the same keys
     */
    Map<String, Stored> write(SequencedMap<String, Draft> drafts) {
        List<Row> rows = rows(drafts);
        List<Message> numbered = rows.stream().map(Row::numbered).flatMap(List::stream).toList();
        participation.before(numbered);
        int inserted = messages.insertInOrder(numbered);
        Map<String, Stored> stored = new HashMap<>();
        numbered.subList(0, inserted).forEach(one -> put(stored, one, true));
        List<Row> left = new ArrayList<>();
        for (Row row : rows) {
            int here = Math.min(inserted, row.waiting().size());
            inserted -= here;
            if (here < row.waiting().size()) {
                left.add(row.without(here));
            }
        }
        left.stream()
                .gather(Gatherers.mapConcurrent(CONVERSATIONS_AT_ONCE, this::writeRest))
                .forEach(stored::putAll);
        stored.values()
                .forEach(one -> ends.raise(one.message().conversation(), one.message().seq()));
        return stored;
    }

    private List<Row> rows(SequencedMap<String, Draft> drafts) {
        Map<ConversationId, List<Draft>> byConversation = new LinkedHashMap<>();
        drafts.values()
                .forEach(draft ->
                        byConversation
                                .computeIfAbsent(draft.conversation(), _ -> new ArrayList<>())
                                .add(draft));
        Map<ConversationId, Long> last = ends.guess(byConversation.keySet());
        List<Row> rows = new ArrayList<>();
        byConversation.forEach(
                (id, waiting) -> rows.add(new Row(id, last.getOrDefault(id, 0L), waiting)));
        return rows;
    }

    /** A number or a key was taken: drops what is present, numbers the rest anew. */
    private Map<String, Stored> writeRest(Row refused) {
        Map<String, Stored> stored = new HashMap<>();
        Row row = refused;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Map<String, Message> present =
                    messages.byKeys(row.waiting().stream().map(Draft::key).toList());
            present.values().forEach(one -> put(stored, one, false));
            List<Draft> absent =
                    row.waiting().stream().filter(one -> !present.containsKey(one.key())).toList();
            if (absent.isEmpty()) {
                return stored;
            }
            row = new Row(row.id(), ends.from(row.id(), row.last()), absent);
            List<Message> numbered = row.numbered();
            participation.before(numbered);
            int inserted = messages.insertInOrder(numbered);
            numbered.subList(0, inserted).forEach(one -> put(stored, one, true));
            row = row.without(inserted);
            if (row.waiting().isEmpty()) {
                return stored;
            }
        }
        throw ProblemException.overloaded("Too many messages are sent to this conversation.", null);
    }

    private static void put(Map<String, Stored> stored, Message message, boolean isNew) {
        Message.Content content = message.content();
        if (content != null) {
            stored.put(Draft.key(message.conversation(), content), new Stored(message, isNew));
        }
    }
}
