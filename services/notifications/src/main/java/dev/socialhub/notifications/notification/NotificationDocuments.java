package dev.socialhub.notifications.notification;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Notifications as documents, and every filter by which they are found. Each that a request waits
 * for names {@code _id} or the one unique key and nothing beside it, which any server answers from
 * an index.
 */
final class NotificationDocuments {

    static final String ID = "_id";
    static final String DEDUPE = "dedupe";
    static final String CREATED_AT = "createdAt";

    /** Marks documents without content, which only keep a key from being taken again. */
    static final String PLACEHOLDER = "placeholder";

    private static final String TYPE = "type";
    private static final String ACTOR = "actor";
    private static final String ENTITY = "entity";
    private static final String MESSAGE = "message";

    /** The request that caused it, visible to operators alone. */
    static final String TRACE = "traceId";

    private NotificationDocuments() {}

    static Bson byIds(Collection<NotificationId> ids) {
        return Filters.in(ID, ids.stream().map(NotificationId::text).toList());
    }

    /** For what is done now and then: not every server has an index for it. */
    static Bson byTimeBefore(Instant time) {
        return Filters.lt(CREATED_AT, Date.from(time));
    }

    static Bson byKeys(Collection<String> keys) {
        return Filters.in(DEDUPE, keys);
    }

    /** As seldom as {@link #byTimeBefore}. */
    static Bson placeholdersBefore(Instant time) {
        return Filters.and(byTimeBefore(time), Filters.exists(PLACEHOLDER));
    }

    /** One that has no number, so it is in no row. */
    static Document placeholder(String key, Instant at) {
        return new Document(ID, PLACEHOLDER + ":" + key)
                .append(DEDUPE, key)
                .append(PLACEHOLDER, true)
                .append(CREATED_AT, Date.from(at));
    }

    /** The update that keeps only a notification's number, key and time. */
    static Bson toPlaceholder() {
        return Updates.combine(
                Updates.set(PLACEHOLDER, true),
                Updates.unset(TYPE),
                Updates.unset(ACTOR),
                Updates.unset(ENTITY),
                Updates.unset(MESSAGE),
                Updates.unset(TRACE));
    }

    static boolean isPlaceholder(Document document) {
        return document.containsKey(PLACEHOLDER);
    }

    static Document of(Notification notification) {
        Announcement announcement = notification.announcement();
        Document document =
                new Document(ID, notification.id().text())
                        .append(DEDUPE, announcement.key())
                        .append(TYPE, announcement.type().name())
                        .append(
                                ACTOR,
                                new Document("id", announcement.actor().id().toString())
                                        .append("username", announcement.actor().username()))
                        .append(
                                ENTITY,
                                new Document("type", announcement.entity().type())
                                        .append("id", announcement.entity().id().toString()))
                        .append(MESSAGE, announcement.message())
                        .append(CREATED_AT, Date.from(announcement.createdAt()));
        return announcement.traceId() == null
                ? document
                : document.append(TRACE, announcement.traceId());
    }

    static NotificationId idOf(Document document) {
        return NotificationId.parsed(document.getString(ID)).orElseThrow();
    }

    static Notification read(Document document) {
        NotificationId id = idOf(document);
        Document actor = document.get(ACTOR, Document.class);
        Document entity = document.get(ENTITY, Document.class);
        Announcement announcement =
                new Announcement(
                        id.owner(),
                        NotificationType.valueOf(document.getString(TYPE)),
                        new Actor(
                                UUID.fromString(actor.getString("id")),
                                actor.getString("username")),
                        new Entity(
                                entity.getString("type"), UUID.fromString(entity.getString("id"))),
                        document.getString(MESSAGE),
                        document.getDate(CREATED_AT).toInstant(),
                        document.getString(TRACE));
        return new Notification(id, announcement);
    }
}
