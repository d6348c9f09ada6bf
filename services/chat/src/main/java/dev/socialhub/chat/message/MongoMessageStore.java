package dev.socialhub.chat.message;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.mongo.MongoAnswers;
import dev.socialhub.mongo.MongoCollections;
import dev.socialhub.mongo.MongoErrors;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * The store in MongoDB. After duplicates only the indexes of the errors are trusted, never counts.
 */
@Singleton
final class MongoMessageStore implements MessageStore {

    private final MongoCollections collections;
    private final MessageIndexes indexes;

    MongoMessageStore(MongoCollections collections, MessageIndexes indexes) {
        this.collections = collections;
        this.indexes = indexes;
    }

    @Override
    public int insertInOrder(List<Message> inserted) {
        indexes.prepare();
        List<Document> documents = inserted.stream().map(MessageDocuments::of).toList();
        try {
            MongoAnswers.end(
                    messages().insertMany(documents, new InsertManyOptions().ordered(true)));
            return inserted.size();
        } catch (MongoBulkWriteException e) {
            if (!MongoErrors.onlyDuplicates(e)) {
                throw e;
            }
            return e.getWriteErrors().getFirst().getIndex();
        }
    }

    @Override
    public Map<String, Message> byKeys(Collection<String> keys) {
        Map<String, Message> found = new HashMap<>();
        for (Document document : MongoAnswers.all(messages().find(MessageDocuments.byKeys(keys)))) {
            found.put(document.getString(MessageDocuments.DEDUPE), MessageDocuments.read(document));
        }
        return found;
    }

    @Override
    public Set<Long> taken(ConversationId conversation, long from, int count) {
        List<String> ids =
                LongStream.range(from, from + count)
                        .mapToObj(seq -> Message.id(conversation, seq))
                        .toList();
        return MongoAnswers.all(
                        messages()
                                .find(MessageDocuments.byIds(ids))
                                .projection(Projections.include(MessageDocuments.ID)))
                .stream()
                .map(MessageDocuments::seqOf)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Message> find(ConversationId conversation, Collection<Long> seqs) {
        return find(seqs.stream().map(seq -> Message.id(conversation, seq)).toList());
    }

    @Override
    public Map<ConversationId, Message> findEach(Map<ConversationId, Long> seqs) {
        List<String> ids =
                seqs.entrySet().stream()
                        .map(one -> Message.id(one.getKey(), one.getValue()))
                        .toList();
        return find(ids).stream()
                .collect(Collectors.toMap(Message::conversation, Function.identity()));
    }

    private List<Message> find(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return MongoAnswers.all(messages().find(MessageDocuments.byIds(ids))).stream()
                .map(MessageDocuments::read)
                .sorted(Comparator.comparingLong(Message::seq))
                .toList();
    }

    @Override
    public void erase(List<Message> erased) {
        if (!erased.isEmpty()) {
            MongoAnswers.end(
                    messages()
                            .bulkWrite(
                                    erased.stream().map(MessageDocuments::erasure).toList(),
                                    new BulkWriteOptions().ordered(false)));
        }
    }

    private MongoCollection<Document> messages() {
        return collections.named(MessageIndexes.COLLECTION);
    }
}
