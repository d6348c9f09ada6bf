package dev.socialhub.notifications.head;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.socialhub.mongo.MongoAnswers;
import dev.socialhub.mongo.MongoCollections;
import dev.socialhub.mongo.MongoErrors;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The heads in MongoDB, one document each under the user's id. */
@Singleton
final class MongoHeadStore implements HeadStore {

    private static final String COLLECTION = "heads";
    private static final String ID = "_id";
    private static final String LAST_SEQ = "lastSeq";
    private static final String READ_UP_TO = "readUpTo";
    private static final String READ_ABOVE = "readAbove";
    private static final String EXPIRED_UP_TO = "expiredUpTo";
    private static final String RETRACTED = "retracted";
    private static final String DELETED_AT = "deletedAt";

    private final MongoCollections collections;

    MongoHeadStore(MongoCollections collections) {
        this.collections = collections;
    }

    @Override
    public Head find(UUID owner) {
        @Nullable Document found = document(owner);
        return found == null ? Head.EMPTY : head(found);
    }

    private @Nullable Document document(UUID owner) {
        return MongoAnswers.first(heads().find(byOwner(owner))).orElse(null);
    }

    @Override
    public Map<UUID, RowEnding> endings(Collection<UUID> owners) {
        Map<UUID, RowEnding> endings = new HashMap<>();
        List<String> ids = owners.stream().map(UUID::toString).toList();
        MongoAnswers.all(
                        heads().find(Filters.in(ID, ids))
                                .projection(Projections.include(LAST_SEQ, DELETED_AT)))
                .forEach(document ->
                        endings.put(
                                owner(document),
                                new RowEnding(
                                        number(document, LAST_SEQ),
                                        document.containsKey(DELETED_AT))));
        return endings;
    }

    @Override
    public void raise(Map<UUID, Long> lastSeqs) {
        update(lastSeqs, seq -> Updates.max(LAST_SEQ, seq));
    }

    @Override
    public void retract(Map<UUID, Map<Long, Long>> states) {
        update(states, MongoHeadStore::retraction);
    }

    private static Bson retraction(Map<Long, Long> states) {
        List<Bson> raised = new ArrayList<>();
        states.forEach((seq, state) -> raised.add(Updates.max(retracted(seq), state)));
        // The writer may have died before it recorded that they are taken.
        raised.add(Updates.max(LAST_SEQ, Collections.max(states.keySet())));
        return Updates.combine(raised);
    }

    private static String retracted(long seq) {
        return RETRACTED + "." + seq;
    }

    /** Changes the heads of several users. */
    private <T> void update(Map<UUID, T> changes, Function<T, Bson> update) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>(changes.size());
        changes.forEach((owner, change) ->
                updates.add(
                        new UpdateOneModel<>(
                                byOwner(owner),
                                update.apply(change),
                                new UpdateOptions().upsert(true))));
        BulkWriteOptions inAnyOrder = new BulkWriteOptions().ordered(false);
        MongoErrors.throughCollisions(
                () -> MongoAnswers.one(heads().bulkWrite(updates, inAnyOrder)));
    }

    @Override
    public Head read(UUID owner, Collection<Long> seqs) {
        return update(owner, Updates.addEachToSet(READ_ABOVE, List.copyOf(seqs)));
    }

    @Override
    public Head readUpTo(UUID owner, long seq, Collection<Long> superfluous) {
        return raise(owner, Updates.max(READ_UP_TO, seq), superfluous);
    }

    @Override
    public Head expire(UUID owner, long seq, Collection<Long> superfluous) {
        List<Bson> changes = new ArrayList<>();
        // The writer may have died before it recorded that they are taken.
        changes.add(Updates.max(LAST_SEQ, seq));
        changes.add(Updates.max(READ_UP_TO, seq));
        changes.add(Updates.max(EXPIRED_UP_TO, seq));
        superfluous.forEach(one -> changes.add(Updates.unset(retracted(one))));
        return raise(owner, Updates.combine(changes), superfluous);
    }

    private Head raise(UUID owner, Bson raise, Collection<Long> superfluous) {
        return update(
                owner,
                superfluous.isEmpty()
                        ? raise
                        : Updates.combine(
                                raise, Updates.pullAll(READ_ABOVE, List.copyOf(superfluous))));
    }

    @Override
    public void close(UUID owner, Instant at) {
        update(
                owner,
                Updates.combine(
                        Updates.set(DELETED_AT, Date.from(at)),
                        Updates.unset(READ_UP_TO),
                        Updates.unset(EXPIRED_UP_TO),
                        Updates.unset(READ_ABOVE),
                        Updates.unset(RETRACTED)));
    }

    @Override
    public Optional<Instant> closedAt(UUID owner) {
        return Optional.ofNullable(document(owner))
                .map(document -> document.getDate(DELETED_AT))
                .map(Date::toInstant);
    }

    private Head update(UUID owner, Bson change) {
        FindOneAndUpdateOptions options =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return head(
                MongoErrors.throughCollisions(() ->
                        MongoAnswers.one(
                                heads().findOneAndUpdate(byOwner(owner), change, options))));
    }

    private MongoCollection<Document> heads() {
        return collections.named(COLLECTION);
    }

    private static UUID owner(Document document) {
        return UUID.fromString(document.getString(ID));
    }

    private static Bson byOwner(UUID owner) {
        return Filters.eq(ID, owner.toString());
    }

    private static Head head(Document document) {
        if (document.containsKey(DELETED_AT)) {
            return Head.EMPTY;
        }
        Set<Long> above = new HashSet<>();
        List<Number> stored = document.getList(READ_ABOVE, Number.class, List.of());
        stored.forEach(seq -> above.add(seq.longValue()));
        return new Head(
                number(document, LAST_SEQ),
                new ReadMarks(number(document, READ_UP_TO), above),
                number(document, EXPIRED_UP_TO),
                retracted(document));
    }

    private static Retracted retracted(Document document) {
        @Nullable Document stored = document.get(RETRACTED, Document.class);
        if (stored == null) {
            return Retracted.NONE;
        }
        Map<Long, Long> states = new HashMap<>();
        stored.keySet().forEach(seq -> states.put(Long.valueOf(seq), number(stored, seq)));
        return new Retracted(states);
    }

    private static long number(Document document, String field) {
        @Nullable Number value = document.get(field, Number.class);
        return value == null ? 0 : value.longValue();
    }
}
