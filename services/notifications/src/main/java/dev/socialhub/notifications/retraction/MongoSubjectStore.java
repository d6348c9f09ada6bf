package dev.socialhub.notifications.retraction;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.socialhub.mongo.MongoAnswers;
import dev.socialhub.mongo.MongoCollections;
import dev.socialhub.mongo.MongoErrors;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.Entity;
import dev.socialhub.notifications.notification.Retention;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The lists in MongoDB, a document for each subject and day. The id begins with the day: so one
 * subject's are named without a query, and the oldest are a range.
 */
@Singleton
final class MongoSubjectStore implements SubjectStore {

    private static final String ID = "_id";
    private static final String KEYS = "keys";

    private final MongoCollections collections;

    MongoSubjectStore(MongoCollections collections) {
        this.collections = collections;
    }

    @Override
    public void add(Collection<Announcement> announcements) {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        for (Announcement one : announcements) {
            LocalDate day = Retention.day(one.createdAt());
            for (Entity subject : one.subjects()) {
                keys.computeIfAbsent(id(subject, day), _ -> new LinkedHashSet<>()).add(one.key());
            }
        }
        if (keys.isEmpty()) {
            return;
        }
        List<UpdateOneModel<Document>> updates = new ArrayList<>(keys.size());
        keys.forEach((id, more) ->
                updates.add(
                        new UpdateOneModel<>(
                                Filters.eq(ID, id),
                                Updates.addEachToSet(KEYS, List.copyOf(more)),
                                new UpdateOptions().upsert(true))));
        MongoErrors.throughCollisions(() ->
                MongoAnswers.one(
                        subjects().bulkWrite(updates, new BulkWriteOptions().ordered(false))));
    }

    @Override
    public Set<String> keys(Entity subject, List<LocalDate> days) {
        return MongoAnswers.all(
                        subjects()
                                .find(byDays(subject, days))
                                .projection(Projections.include(KEYS)))
                .stream()
                .flatMap(document -> document.getList(KEYS, String.class).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public void remove(Entity subject, List<LocalDate> days) {
        MongoAnswers.end(subjects().deleteMany(byDays(subject, days)));
    }

    @Override
    public void removeBefore(LocalDate day) {
        MongoAnswers.end(subjects().deleteMany(Filters.lt(ID, day.toString())));
    }

    private static Bson byDays(Entity subject, List<LocalDate> days) {
        return Filters.in(ID, days.stream().map(day -> id(subject, day)).toList());
    }

    private static String id(Entity subject, LocalDate day) {
        return day + "|" + subject.text();
    }

    private MongoCollection<Document> subjects() {
        return collections.named("subjects");
    }
}
