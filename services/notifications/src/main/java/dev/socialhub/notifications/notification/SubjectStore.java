package dev.socialhub.notifications.notification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Under which keys people were told of a subject. Kept per day, so that a list stays short and goes
 * when its notifications have served their time. A key may be listed whose notification isn't
 * there.
 */
interface SubjectStore {

    /** Lists the keys of these under their subjects and the days that they tell of. */
    void add(Collection<Announcement> announcements);

    /** All keys that are listed under a subject on these days. */
    Set<String> keys(Entity subject, List<LocalDate> days);

    /** Removes all that is listed under a subject on these days. */
    void remove(Entity subject, List<LocalDate> days);

    /** Removes all that is listed on earlier days. */
    void removeBefore(LocalDate day);
}
