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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps notifications in memory; an insertion may be answered with a cut line after it took effect.
 */
final class FakeNotificationStore implements NotificationStore {

    private final Map<NotificationId, Notification> byId = new HashMap<>();
    private final Set<String> dedupeKeys = new HashSet<>();
    private int answersToLose;

    void loseAnswers(int count) {
        answersToLose = count;
    }

    synchronized List<Notification> row(UUID owner) {
        return byId.values().stream()
                .filter(one -> one.id().owner().equals(owner))
                .sorted((a, b) -> Long.compare(a.id().seq(), b.id().seq()))
                .toList();
    }

    @Override
    public Mono<Integer> insertInOrder(List<Notification> notifications) {
        return Mono.fromCallable(() -> {
            int inserted = 0;
            while (inserted < notifications.size() && insert(notifications.get(inserted))) {
                inserted++;
            }
            answer();
            return inserted;
        });
    }

    @Override
    public Mono<List<Notification>> insertEach(List<Notification> notifications) {
        return Mono.fromCallable(() -> {
            List<Notification> refused = new ArrayList<>();
            for (Notification notification : notifications) {
                if (!insert(notification)) {
                    refused.add(notification);
                }
            }
            answer();
            return refused;
        });
    }

    private synchronized boolean insert(Notification notification) {
        String key = notification.announcement().dedupeKey();
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
    public Mono<Set<String>> present(Collection<String> keys) {
        return Mono.fromCallable(() -> {
            synchronized (this) {
                Set<String> present = new HashSet<>(keys);
                present.retainAll(dedupeKeys);
                return present;
            }
        });
    }

    @Override
    public Mono<Set<Long>> taken(UUID owner, long from, int count) {
        return Mono.fromCallable(() -> {
            synchronized (this) {
                Set<Long> taken = new TreeSet<>();
                for (long seq = from; seq < from + count; seq++) {
                    if (byId.containsKey(new NotificationId(owner, seq))) {
                        taken.add(seq);
                    }
                }
                return taken;
            }
        });
    }

    @Override
    public Flux<NotificationId> createdBefore(Instant time) {
        return Flux.defer(() -> {
            synchronized (this) {
                return Flux.fromIterable(
                        byId.values().stream()
                                .filter(one -> one.announcement().createdAt().isBefore(time))
                                .map(Notification::id)
                                .toList());
            }
        });
    }

    @Override
    public Mono<Long> remove(Collection<NotificationId> ids) {
        return Mono.fromCallable(() -> {
            synchronized (this) {
                long count = 0;
                for (NotificationId id : ids) {
                    Notification removed = byId.remove(id);
                    if (removed != null) {
                        dedupeKeys.remove(removed.announcement().dedupeKey());
                        count++;
                    }
                }
                return count;
            }
        });
    }

    /** Memory keeps everything. */
    @Override
    public Mono<Void> limitAge() {
        return Mono.empty();
    }

    @Override
    public Flux<Notification> find(Collection<NotificationId> ids) {
        return Flux.defer(() -> {
            synchronized (this) {
                return Flux.fromIterable(
                        ids.stream().filter(byId::containsKey).map(byId::get).toList());
            }
        });
    }
}
