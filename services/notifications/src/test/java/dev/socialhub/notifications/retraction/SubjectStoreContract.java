package dev.socialhub.notifications.retraction;

import static dev.socialhub.notifications.notification.Examples.announcement;
import static dev.socialhub.notifications.notification.Examples.follow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of subjects has to do; the fake of the unit tests is held to it too. */
abstract class SubjectStoreContract {

    private static final Instant MORNING = Instant.parse("2026-01-02T00:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-01-02");

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID eve = UUID.randomUUID();

    abstract SubjectStore store();

    @Test
    void listsEachKeyOnceOnItsDay() {
        Announcement first = follow(ada, bob, MORNING);
        Announcement second = follow(ada, eve, MORNING.plusSeconds(86_399));
        Announcement later = follow(ada, UUID.randomUUID(), MORNING.plusSeconds(86_400));
        store().add(List.of(first, second, later, follow(bob, eve, MORNING)));
        store().add(List.of(first));
        assertThat(keys(DAY)).containsExactlyInAnyOrder(first.key(), second.key());
        assertThat(keys(DAY.minusDays(1), DAY, DAY.plusDays(1)))
                .containsExactlyInAnyOrder(first.key(), second.key(), later.key());
        assertThat(keys(DAY.minusDays(1))).isEmpty();
        assertThat(keys()).isEmpty();
    }

    @Test
    void listsNothingThatUsersDidThemselves() {
        store().add(List.of(announcement(ada, MORNING)));
        assertThat(keys(DAY)).isEmpty();
    }

    @Test
    void removesASubjectAndNoOther() {
        Announcement bobs = follow(bob, eve, MORNING);
        store().add(List.of(follow(ada, bob, MORNING), bobs));
        store().remove(Entity.user(ada), List.of(DAY));
        store().remove(Entity.user(ada), List.of(DAY));
        assertThat(keys(DAY)).isEmpty();
        assertThat(store().keys(Entity.user(bob), List.of(DAY))).containsExactly(bobs.key());
    }

    @Test
    void removesWhatIsOlderThanADay() {
        Announcement one = follow(ada, bob, MORNING);
        store().add(List.of(one, follow(ada, eve, MORNING.minusMillis(1))));
        store().removeBefore(DAY);
        assertThat(keys(DAY.minusDays(1), DAY)).containsExactly(one.key());
    }

    private Set<String> keys(LocalDate... days) {
        return store().keys(Entity.user(ada), List.of(days));
    }
}
