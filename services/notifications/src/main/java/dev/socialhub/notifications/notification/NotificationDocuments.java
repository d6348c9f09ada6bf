package dev.socialhub.notifications.notification;

import com.mongodb.client.model.Filters;
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

    /** Which request caused it, for operators; nobody else sees it. */
    static final String TRACE = "traceId";

    private NotificationDocuments() {}

    static Bson byIds(Collection<NotificationId> ids) {
        return Filters.in(ID, ids.stream().map(NotificationId::text).toList());
    }

    /** For what is done now and then: not every server has an index for it. */
    static Bson byTimeBefore(Instant time) {
        return Filters.lt(CREATED_AT, Date.from(time));
    }

    static Bson byDedupeKeys(Collection<String> keys) {
        return Filters.in(DEDUPE, keys);
    }

    static Document of(Notification notification) {
        Announcement said = notification.announcement();
        Document document =
                new Document(ID, notification.id().text())
                        .append(DEDUPE, said.dedupeKey())
                        .append("type", said.type().name())
                        .append(
                                "actor",
                                new Document("id", said.actor().id().toString())
                                        .append("username", said.actor().username()))
                        .append(
                                "entity",
                                new Document("type", said.entity().type())
                                        .append("id", said.entity().id().toString()))
                        .append("message", said.message())
                        .append(CREATED_AT, Date.from(said.createdAt()));
        return said.traceId() == null ? document : document.append(TRACE, said.traceId());
    }

    static NotificationId idOf(Document document) {
        return NotificationId.parsed(document.getString(ID)).orElseThrow();
    }

    static Notification read(Document document) {
        NotificationId id = idOf(document);
        String dedupe = document.getString(DEDUPE);
        Document actor = document.get("actor", Document.class);
        Document entity = document.get("entity", Document.class);
        Announcement said =
                new Announcement(
                        id.owner(),
                        UUID.fromString(dedupe.substring(dedupe.indexOf('|') + 1)),
                        NotificationType.valueOf(document.getString("type")),
                        new Actor(
                                UUID.fromString(actor.getString("id")),
                                actor.getString("username")),
                        new Entity(
                                entity.getString("type"), UUID.fromString(entity.getString("id"))),
                        document.getString("message"),
                        document.getDate(CREATED_AT).toInstant(),
                        document.getString(TRACE));
        return new Notification(id, said);
    }
}
