package dev.socialhub.notifications.retraction;

import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.Entity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The keys of the notifications about a subject. Kept per day, so that a list stays short and is
 * removed when its notifications have expired. A key may be listed whose notification doesn't
 * exist.
 */
public interface SubjectStore {

    /** Lists the keys of these under their subjects and the days that they tell of. */
    void add(Collection<Announcement> announcements);

    /** All keys that are listed under a subject on these days. */
    Set<String> keys(Entity subject, List<LocalDate> days);

    /** Removes all that is listed under a subject on these days. */
    void remove(Entity subject, List<LocalDate> days);

    /** Removes all that is listed on earlier days. */
    void removeBefore(LocalDate day);
}
