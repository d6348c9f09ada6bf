package dev.socialhub.notifications.notification;

import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Gatherers;

/**
 * Keeps notifications in memory; an insertion may be answered with a cut line after it took effect.
 */
public final class FakeNotificationStore implements NotificationStore {

    private final Map<NotificationId, Notification> byId = new HashMap<>();
    private final Set<String> dedupeKeys = new HashSet<>();
    private final Map<String, Instant> refused = new HashMap<>();
    private final Set<NotificationId> cleared = new HashSet<>();
    private int answersToLose;

    public void loseAnswers(int count) {
        answersToLose = count;
    }

    public synchronized List<Notification> row(UUID owner) {
        return byId.values().stream()
                .filter(one -> one.id().owner().equals(owner))
                .sorted((a, b) -> Long.compare(a.id().seq(), b.id().seq()))
                .toList();
    }

    @Override
    public int insertInOrder(List<Notification> notifications) {
        int inserted = 0;
        while (inserted < notifications.size() && insert(notifications.get(inserted))) {
            inserted++;
        }
        answer();
        return inserted;
    }

    @Override
    public List<Notification> insertEach(List<Notification> notifications) {
        List<Notification> refused = new ArrayList<>();
        for (Notification notification : notifications) {
            if (!insert(notification)) {
                refused.add(notification);
            }
        }
        answer();
        return refused;
    }

    private synchronized boolean insert(Notification notification) {
        String key = notification.announcement().key();
        if (byId.containsKey(notification.id()) || dedupeKeys.contains(key)) {
            return false;
        }
        byId.put(notification.id(), notification);
        dedupeKeys.add(key);
        return true;
    }

    private synchronized void answer() {
        if (answersToLose > 0) {
            answersToLose--;
            throw new MongoSocketException("cut", new ServerAddress());
        }
    }

    @Override
    public synchronized Set<String> present(Collection<String> keys) {
        Set<String> present = new HashSet<>(keys);
        present.retainAll(dedupeKeys);
        return present;
    }

    @Override
    public synchronized Set<Long> taken(UUID owner, long from, int count) {
        Set<Long> taken = new TreeSet<>();
        for (long seq = from; seq < from + count; seq++) {
            if (byId.containsKey(new NotificationId(owner, seq))) {
                taken.add(seq);
            }
        }
        return taken;
    }

    @Override
    public void createdBefore(Instant time, int atOnce, Consumer<List<NotificationId>> found) {
        createdBefore(time).stream().gather(Gatherers.windowFixed(atOnce)).forEach(found);
    }

    private synchronized List<NotificationId> createdBefore(Instant time) {
        return byId.values().stream()
                .filter(one -> !cleared.contains(one.id()))
                .filter(one -> one.announcement().createdAt().isBefore(time))
                .map(Notification::id)
                .toList();
    }

    @Override
    public synchronized long remove(Collection<NotificationId> ids) {
        long count = 0;
        for (NotificationId id : ids) {
            Notification removed = byId.remove(id);
            if (removed != null) {
                dedupeKeys.remove(removed.announcement().key());
                cleared.remove(id);
                count++;
            }
        }
        return count;
    }

    /** Memory keeps everything. */
    @Override
    public void limitAge() {}

    @Override
    public synchronized List<Notification> find(Collection<NotificationId> ids) {
        return ids.stream()
                .filter(byId::containsKey)
                .filter(id -> !cleared.contains(id))
                .map(byId::get)
                .toList();
    }

    @Override
    public synchronized List<Notification> findByKeys(Collection<String> keys) {
        return byId.values().stream()
                .filter(one -> keys.contains(one.announcement().key()))
                .filter(one -> !cleared.contains(one.id()))
                .toList();
    }

    @Override
    public synchronized void refuse(Map<String, Instant> keys) {
        keys.forEach((key, at) -> {
            if (dedupeKeys.add(key)) {
                refused.put(key, at);
            }
        });
    }

    @Override
    public synchronized void clear(Collection<NotificationId> ids) {
        ids.stream().filter(byId::containsKey).forEach(cleared::add);
    }

    @Override
    public synchronized void removePlaceholders(Instant time) {
        remove(
                byId.values().stream()
                        .filter(one -> cleared.contains(one.id()))
                        .filter(one -> one.announcement().createdAt().isBefore(time))
                        .map(Notification::id)
                        .toList());
        refused.entrySet().stream()
                .filter(one -> one.getValue().isBefore(time))
                .map(Map.Entry::getKey)
                .forEach(dedupeKeys::remove);
        refused.values().removeIf(at -> at.isBefore(time));
    }
}
