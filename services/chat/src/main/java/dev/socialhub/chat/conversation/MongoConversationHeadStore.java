package dev.socialhub.chat.conversation;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.socialhub.chat.conversation.ConversationHead.Marks;
import dev.socialhub.mongo.MongoAnswers;
import dev.socialhub.mongo.MongoCollections;
import dev.socialhub.mongo.MongoErrors;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The heads in MongoDB, one document each under the conversation's id. */
@Singleton
final class MongoConversationHeadStore implements ConversationHeadStore {

    private static final String COLLECTION = "heads";
    private static final String ID = "_id";
    private static final String LAST_SEQ = "lastSeq";
    private static final String LAST_AT = "lastAt";
    private static final String DELIVERED = "delivered";
    private static final String READ = "read";

    private final MongoCollections collections;

    MongoConversationHeadStore(MongoCollections collections) {
        this.collections = collections;
    }

    @Override
    public ConversationHead find(ConversationId conversation) {
        return MongoAnswers.first(heads().find(byId(conversation)))
                .map(MongoConversationHeadStore::head)
                .orElse(ConversationHead.EMPTY);
    }

    @Override
    public Map<ConversationId, ConversationHead> find(
            Collection<? extends ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        Map<String, ConversationId> ids = new HashMap<>();
        conversations.forEach(one -> ids.put(one.text(), one));
        Map<ConversationId, ConversationHead> found = new HashMap<>();
        for (Document document : MongoAnswers.all(heads().find(Filters.in(ID, ids.keySet())))) {
            @Nullable ConversationId id = ids.get(document.getString(ID));
            if (id != null) {
                found.put(id, head(document));
            }
        }
        return found;
    }

    @Override
    public void raise(Map<ConversationId, End> ends) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>(ends.size());
        ends.forEach((id, end) ->
                updates.add(
                        new UpdateOneModel<>(
                                byId(id),
                                Updates.combine(
                                        Updates.max(LAST_SEQ, end.seq()),
                                        Updates.max(LAST_AT, Date.from(end.at()))),
                                new UpdateOptions().upsert(true))));
        write(updates);
    }

    private void write(List<UpdateOneModel<Document>> updates) {
        BulkWriteOptions inAnyOrder = new BulkWriteOptions().ordered(false);
        MongoErrors.throughCollisions(
                () -> MongoAnswers.one(heads().bulkWrite(updates, inAnyOrder)));
    }

    @Override
    public void delivered(Map<Member, Long> upTo) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>(upTo.size());
        upTo.forEach((member, seq) ->
                updates.add(
                        new UpdateOneModel<>(
                                byId(member.conversation()),
                                Updates.max(DELIVERED + "." + member.userId(), seq),
                                new UpdateOptions().upsert(true))));
        write(updates);
    }

    @Override
    public ConversationHead mark(DirectId conversation, UUID member, Marks marks) {
        Bson change =
                Updates.combine(
                        Updates.max(DELIVERED + "." + member, marks.deliveredUpTo()),
                        Updates.max(READ + "." + member, marks.readUpTo()));
        FindOneAndUpdateOptions options =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return head(
                MongoErrors.throughCollisions(() ->
                        MongoAnswers.one(
                                heads().findOneAndUpdate(byId(conversation), change, options))));
    }

    @Override
    public void forget(DirectId conversation, UUID member) {
        MongoAnswers.end(
                heads().updateOne(
                                byId(conversation),
                                Updates.combine(
                                        Updates.unset(DELIVERED + "." + member),
                                        Updates.unset(READ + "." + member))));
    }

    private MongoCollection<Document> heads() {
        return collections.named(COLLECTION);
    }

    private static Bson byId(ConversationId conversation) {
        return Filters.eq(ID, conversation.text());
    }

    private static ConversationHead head(Document document) {
        @Nullable Date lastAt = document.getDate(LAST_AT);
        return new ConversationHead(
                number(document, LAST_SEQ),
                lastAt == null ? null : lastAt.toInstant(),
                marks(part(document, DELIVERED), part(document, READ)));
    }

    private static Map<UUID, Marks> marks(Document delivered, Document read) {
        Set<String> members = new HashSet<>(delivered.keySet());
        members.addAll(read.keySet());
        Map<UUID, Marks> marks = new HashMap<>();
        for (String member : members) {
            marks.put(
                    UUID.fromString(member),
                    new Marks(number(delivered, member), number(read, member)));
        }
        return marks;
    }

    private static Document part(Document document, String field) {
        @Nullable Document part = document.get(field, Document.class);
        return part == null ? new Document() : part;
    }

    private static long number(Document document, String field) {
        @Nullable Number value = document.get(field, Number.class);
        return value == null ? 0 : value.longValue();
    }
}
