package dev.socialhub.notifications.notification;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The heads in MongoDB, one document each under the person's id. */
@Singleton
final class MongoHeadStore implements HeadStore {

    private static final String ID = "_id";
    private static final String LAST_SEQ = "lastSeq";
    private static final String READ_UP_TO = "readUpTo";
    private static final String READ_ABOVE = "readAbove";
    private static final String EXPIRED_UP_TO = "expiredUpTo";
    private static final String DELETED_AT = "deletedAt";

    /** Two upserts of one new document may collide; the second then finds what the first made. */
    private static final Retry COLLISION =
            Retry.max(3)
                    .filter(MongoErrors::isDuplicateKey)
                    .onRetryExhaustedThrow((spec, signal) -> signal.failure());

    private final MongoCollections collections;

    MongoHeadStore(MongoCollections collections) {
        this.collections = collections;
    }

    @Override
    public Mono<Head> find(UUID owner) {
        return Mono.from(collections.heads().find(byOwner(owner)).first())
                .map(MongoHeadStore::head)
                .defaultIfEmpty(Head.EMPTY);
    }

    @Override
    public Mono<Map<UUID, Long>> lastSeqs(Collection<UUID> owners) {
        List<String> ids = owners.stream().map(UUID::toString).toList();
        return Flux.from(
                        collections
                                .heads()
                                .find(Filters.in(ID, ids))
                                .projection(Projections.include(LAST_SEQ)))
                .collectMap(
                        document -> UUID.fromString(document.getString(ID)),
                        document -> number(document, LAST_SEQ));
    }

    @Override
    public Mono<Void> raise(Map<UUID, Long> lastSeqs) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>(lastSeqs.size());
        lastSeqs.forEach((owner, seq) ->
                updates.add(
                        new UpdateOneModel<>(
                                byOwner(owner),
                                Updates.max(LAST_SEQ, seq),
                                new UpdateOptions().upsert(true))));
        return Mono.defer(() ->
                        Mono.from(
                                collections
                                        .heads()
                                        .bulkWrite(updates, new BulkWriteOptions().ordered(false))))
                .retryWhen(COLLISION)
                .then();
    }

    @Override
    public Mono<Head> read(UUID owner, Collection<Long> seqs) {
        return update(owner, Updates.addEachToSet(READ_ABOVE, List.copyOf(seqs)));
    }

    @Override
    public Mono<Head> readUpTo(UUID owner, long seq, Collection<Long> superfluous) {
        return raise(owner, Updates.max(READ_UP_TO, seq), superfluous);
    }

    @Override
    public Mono<Head> expire(UUID owner, long seq, Collection<Long> superfluous) {
        return raise(
                owner,
                Updates.combine(
                        // The one who wrote them may have died before saying that they are taken.
                        Updates.max(LAST_SEQ, seq),
                        Updates.max(READ_UP_TO, seq),
                        Updates.max(EXPIRED_UP_TO, seq)),
                superfluous);
    }

    private Mono<Head> raise(UUID owner, Bson raise, Collection<Long> superfluous) {
        return update(
                owner,
                superfluous.isEmpty()
                        ? raise
                        : Updates.combine(
                                raise, Updates.pullAll(READ_ABOVE, List.copyOf(superfluous))));
    }

    @Override
    public Mono<Void> close(UUID owner, Instant at) {
        return update(
                        owner,
                        Updates.combine(
                                Updates.set(DELETED_AT, Date.from(at)),
                                Updates.unset(READ_UP_TO),
                                Updates.unset(EXPIRED_UP_TO),
                                Updates.unset(READ_ABOVE)))
                .then();
    }

    @Override
    public Mono<Instant> closedAt(UUID owner) {
        return Mono.from(collections.heads().find(byOwner(owner)).first())
                .mapNotNull(document -> document.getDate(DELETED_AT))
                .map(Date::toInstant);
    }

    @Override
    public Mono<Set<UUID>> closed(Collection<UUID> owners) {
        List<String> ids = owners.stream().map(UUID::toString).toList();
        return Flux.from(
                        collections
                                .heads()
                                .find(Filters.in(ID, ids))
                                .projection(Projections.include(DELETED_AT)))
                .filter(document -> document.containsKey(DELETED_AT))
                .map(document -> UUID.fromString(document.getString(ID)))
                .collect(Collectors.toSet());
    }

    private Mono<Head> update(UUID owner, Bson change) {
        FindOneAndUpdateOptions options =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.defer(() ->
                        Mono.from(
                                collections
                                        .heads()
                                        .findOneAndUpdate(byOwner(owner), change, options)))
                .retryWhen(COLLISION)
                .map(MongoHeadStore::head);
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
                number(document, EXPIRED_UP_TO));
    }

    private static long number(Document document, String field) {
        @Nullable Number value = document.get(field, Number.class);
        return value == null ? 0 : value.longValue();
    }
}
