package dev.socialhub.notifications.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The stored notifications, found by their number or by their key and in no other way. */
public interface NotificationStore {

    /**
     * Inserts one after the other, up to the first whose number or event is there already.
     *
     * @return how many were inserted
     */
    int insertInOrder(List<Notification> notifications);

    /**
     * Inserts each separately. No two may belong to one user: a refusal in between would leave a
     * hole in that row.
     *
     * @return the refused ones, whose number or event is there already
     */
    List<Notification> insertEach(List<Notification> notifications);

    /** Those of these keys that have a notification, or are refused. */
    Set<String> present(Collection<String> keys);

    /** Those of the numbers {@code from} to {@code from + count - 1} that are taken. */
    Set<Long> taken(UUID owner, long from, int count);

    /** Those of these that exist, in any order. */
    List<Notification> find(Collection<NotificationId> ids);

    /** Those that have one of these keys, in any order. */
    List<Notification> findByKeys(Collection<String> keys);

    /**
     * Has these keys refused from now on as if each had a notification, unless it has one.
     *
     * @param keys each with the time of what ended before it was told
     */
    void refuse(Map<String, Instant> keys);

    /** Leaves nothing of these but their numbers and keys, which stay taken. */
    void clear(Collection<NotificationId> ids);

    /** Gives back numbers and keys that only stayed taken, of a time before this one. */
    void removePlaceholders(Instant time);

    /**
     * Hands over those that tell of something before this time, in any order.
     *
     * @param atOnce how many together; the last time maybe fewer, and never none
     */
    void createdBefore(Instant time, int atOnce, Consumer<List<NotificationId>> found);

    /** Removes those of these that exist, and returns how many. */
    long remove(Collection<NotificationId> ids);

    /** Makes the store itself, if it can, remove notifications that expired long ago. */
    void limitAge();
}
