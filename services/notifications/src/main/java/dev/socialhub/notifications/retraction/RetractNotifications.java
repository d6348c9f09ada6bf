package dev.socialhub.notifications.retraction;

import dev.socialhub.notifications.head.HeadStore;
import dev.socialhub.notifications.head.Retracted;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.Entity;
import dev.socialhub.notifications.notification.Notification;
import dev.socialhub.notifications.notification.NotificationStore;
import dev.socialhub.notifications.notification.Retention;
import dev.socialhub.notifications.retraction.Retraction.OfDeleted;
import dev.socialhub.notifications.retraction.Retraction.OfKey;
import dev.socialhub.notifications.retraction.Retraction.OfSubject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/**
 * Retracts notifications whose fact no longer holds. The head alone says what is retracted, in one
 * statement, so what is listed and what is counted change at the same moment. The document stays
 * and keeps the event from being announced again; documents about deleted users keep nothing else.
 */
@Singleton
public final class RetractNotifications {

    private static final int AT_ONCE = 500;

    private final NotificationStore notifications;
    private final HeadStore heads;
    private final SubjectStore subjects;
    private final Retention retention;

    RetractNotifications(
            NotificationStore notifications,
            HeadStore heads,
            SubjectStore subjects,
            Retention retention) {
        this.notifications = notifications;
        this.heads = heads;
        this.subjects = subjects;
        this.retention = retention;
    }

    /**
     * Retractions may come in any order and repeatedly; their notifications may still be to come.
     */
    public void apply(List<Retraction> retractions) {
        Map<String, OfKey> keyed = new HashMap<>();
        for (Retraction retraction : retractions) {
            switch (retraction) {
                case OfKey one -> keyed.merge(one.key(), one, RetractNotifications::later);
                case OfSubject one -> ofSubject(one);
                case OfDeleted one -> ofDeleted(one.person());
            }
        }
        ofKeys(keyed);
    }

    private static OfKey later(OfKey one, OfKey other) {
        return one.state() > other.state() ? one : other;
    }

    private void ofKeys(Map<String, OfKey> keyed) {
        if (keyed.isEmpty()) {
            return;
        }
        List<Notification> found = new ArrayList<>(notifications.findByKeys(keyed.keySet()));
        Map<String, Instant> missing = missing(keyed, found);
        if (!missing.isEmpty()) {
            notifications.refuse(missing);
            // Another instance may have written them in the meantime.
            found.addAll(notifications.findByKeys(missing.keySet()));
        }
        retract(found, one -> Objects.requireNonNull(keyed.get(one.announcement().key())).state());
    }

    /** Facts that ended before they were announced, except those too old to be announced at all. */
    private Map<String, Instant> missing(Map<String, OfKey> keyed, List<Notification> found) {
        Map<String, Instant> missing = new HashMap<>();
        keyed.values().stream()
                .filter(one -> Retracted.isRetracted(one.state()))
                .filter(one -> retention.isWorthWriting(one.at()))
                .forEach(one -> missing.put(one.key(), one.at()));
        found.forEach(one -> missing.remove(one.announcement().key()));
        return missing;
    }

    private void ofSubject(OfSubject retraction) {
        Set<String> keys =
                subjects.keys(retraction.subject(), retention.days()).stream()
                        .filter(key -> Announcement.isFor(retraction.recipient(), key))
                        .collect(Collectors.toSet());
        for (List<String> some : parts(keys)) {
            List<Notification> found = new ArrayList<>(notifications.findByKeys(some));
            found.removeIf(one -> one.announcement().createdAt().isAfter(retraction.until()));
            retract(found, _ -> Retracted.FOR_GOOD);
        }
    }

    private void ofDeleted(UUID userId) {
        Entity subject = Entity.user(userId);
        List<LocalDate> days = retention.days();
        clear(subjects.keys(subject, days));
        subjects.remove(subject, days);
    }

    /** Notifications that were written, but are about deleted users. */
    public void ofDeleted(Set<UUID> userIds, Collection<Announcement> written) {
        clear(
                written.stream()
                        .filter(one -> one.isOfAnother() && userIds.contains(one.actor().id()))
                        .map(Announcement::key)
                        .collect(Collectors.toSet()));
    }

    /** The heads change first, so that every counted notification is also shown. */
    private void clear(Set<String> keys) {
        for (List<String> some : parts(keys)) {
            List<Notification> found = notifications.findByKeys(some);
            retract(found, _ -> Retracted.FOR_GOOD);
            if (!found.isEmpty()) {
                notifications.clear(found.stream().map(Notification::id).toList());
            }
        }
    }

    private static List<List<String>> parts(Set<String> keys) {
        return keys.stream().gather(Gatherers.windowFixed(AT_ONCE)).toList();
    }

    private void retract(List<Notification> found, ToLongFunction<Notification> state) {
        Map<UUID, Map<Long, Long>> states = new HashMap<>();
        for (Notification one : found) {
            states.computeIfAbsent(one.id().owner(), _ -> new HashMap<>())
                    .put(one.id().seq(), state.applyAsLong(one));
        }
        if (!states.isEmpty()) {
            heads.retract(states);
        }
    }
}
