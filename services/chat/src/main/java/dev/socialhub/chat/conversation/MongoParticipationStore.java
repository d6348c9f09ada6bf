package dev.socialhub.chat.conversation;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.socialhub.mongo.MongoAnswers;
import dev.socialhub.mongo.MongoCollections;
import dev.socialhub.mongo.MongoErrors;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The lists in MongoDB: for each user a document with partners, and one with parts of rooms. */
@Singleton
final class MongoParticipationStore implements ParticipationStore {

    private static final String PARTNERS = "partners";
    private static final String PARTS = "parts";
    private static final String ID = "_id";
    private static final String LIST = "list";
    private static final String SEPARATOR = ":";
    private static final int PARTS_AT_ONCE = 10;

    private final MongoCollections collections;

    MongoParticipationStore(MongoCollections collections) {
        this.collections = collections;
    }

    @Override
    public Set<UUID> partners(UUID userId) {
        Set<UUID> partners = new HashSet<>();
        list(PARTNERS, userId).forEach(one -> partners.add(UUID.fromString(one)));
        return partners;
    }

    @Override
    public void join(Collection<DirectId> conversations) {
        Map<UUID, Set<String>> added = new HashMap<>();
        for (DirectId one : conversations) {
            one.members().forEach(member -> add(added, member, one.other(member).toString()));
        }
        add(PARTNERS, added);
    }

    @Override
    public void forget(UUID userId, UUID partner) {
        MongoAnswers.end(
                lists(PARTNERS).updateOne(byId(userId), Updates.pull(LIST, partner.toString())));
    }

    @Override
    public void wroteIn(Map<UUID, Set<RoomPart>> parts) {
        Map<UUID, Set<String>> added = new HashMap<>();
        parts.forEach((userId, some) -> some.forEach(one -> add(added, userId, text(one))));
        add(PARTS, added);
    }

    private static void add(Map<UUID, Set<String>> lists, UUID userId, String entry) {
        lists.computeIfAbsent(userId, _ -> new HashSet<>()).add(entry);
    }

    private void add(String collection, Map<UUID, Set<String>> added) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>(added.size());
        added.forEach((userId, entries) ->
                updates.add(
                        new UpdateOneModel<>(
                                byId(userId),
                                Updates.addEachToSet(LIST, List.copyOf(entries)),
                                new UpdateOptions().upsert(true))));
        BulkWriteOptions inAnyOrder = new BulkWriteOptions().ordered(false);
        MongoErrors.throughCollisions(
                () -> MongoAnswers.one(lists(collection).bulkWrite(updates, inAnyOrder)));
    }

    @Override
    public List<RoomPart> someParts(UUID userId) {
        return list(PARTS, userId).stream()
                .limit(PARTS_AT_ONCE)
                .map(MongoParticipationStore::part)
                .toList();
    }

    @Override
    public int parts(UUID userId) {
        return list(PARTS, userId).size();
    }

    @Override
    public void forget(UUID userId, List<RoomPart> parts) {
        if (parts.isEmpty()) {
            return;
        }
        List<String> texts = parts.stream().map(MongoParticipationStore::text).toList();
        MongoAnswers.end(lists(PARTS).updateOne(byId(userId), Updates.pullAll(LIST, texts)));
    }

    private List<String> list(String collection, UUID userId) {
        return MongoAnswers.first(lists(collection).find(byId(userId)))
                .map(document -> document.getList(LIST, String.class, List.of()))
                .orElse(List.of());
    }

    private MongoCollection<Document> lists(String collection) {
        return collections.named(collection);
    }

    private static Bson byId(UUID userId) {
        return Filters.eq(ID, userId.toString());
    }

    private static String text(RoomPart part) {
        return part.part() + SEPARATOR + part.room().text();
    }

    private static RoomPart part(String text) {
        int end = text.indexOf(SEPARATOR);
        return new RoomPart(
                new RoomId(text.substring(end + 1)), Long.parseLong(text.substring(0, end)));
    }
}
