package dev.socialhub.notifications.retraction;

import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.Entity;
import dev.socialhub.notifications.notification.Retention;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the lists in memory. */
public final class FakeSubjectStore implements SubjectStore {

    private final Map<LocalDate, Map<Entity, Set<String>>> days = new HashMap<>();

    @Override
    public synchronized void add(Collection<Announcement> announcements) {
        for (Announcement one : announcements) {
            for (Entity subject : one.subjects()) {
                days.computeIfAbsent(Retention.day(one.createdAt()), _ -> new HashMap<>())
                        .computeIfAbsent(subject, _ -> new HashSet<>())
                        .add(one.key());
            }
        }
    }

    @Override
    public synchronized Set<String> keys(Entity subject, List<LocalDate> asked) {
        Set<String> keys = new HashSet<>();
        for (LocalDate day : asked) {
            keys.addAll(days.getOrDefault(day, Map.of()).getOrDefault(subject, Set.of()));
        }
        return keys;
    }

    @Override
    public synchronized void remove(Entity subject, List<LocalDate> asked) {
        asked.forEach(day -> days.getOrDefault(day, new HashMap<>()).remove(subject));
    }

    @Override
    public synchronized void removeBefore(LocalDate day) {
        days.keySet().removeIf(earlier -> earlier.isBefore(day));
    }
}
