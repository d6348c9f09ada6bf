package dev.socialhub.notifications.append;

import static dev.socialhub.notifications.notification.Examples.announcement;
import static dev.socialhub.notifications.notification.Examples.announcements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketException;
import dev.socialhub.mongo.MongoErrors;
import dev.socialhub.notifications.head.FakeHeadStore;
import dev.socialhub.notifications.head.FindRowEnd;
import dev.socialhub.notifications.head.Head;
import dev.socialhub.notifications.head.ReadMarks;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.FakeNotificationStore;
import dev.socialhub.notifications.notification.Notification;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AppendNotificationsTest {

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final FakeNotificationStore store = new FakeNotificationStore();
    private final FakeHeadStore heads = new FakeHeadStore();
    private final RowEndCache knownEnds = new RowEndCache(Clock.systemUTC());

    @Test
    void numbersEachRowFromOneInOrder() {
        List<Announcement> adas = announcements(ada, 3);
        Announcement bobs = announcement(bob);
        assertThat(append(List.of(adas.get(0), bobs, adas.get(1), adas.get(2)))).isEqualTo(4);
        assertRow(ada, adas);
        assertRow(bob, List.of(bobs));
    }

    @Test
    void goesOnWhereTheRowEnds() {
        List<Announcement> first = announcements(ada, 2);
        List<Announcement> second = announcements(ada, 2);
        append(first);
        append(second);
        assertRow(ada, joined(first, second));
    }

    @Test
    void leavesOutEventsThatAreThereAlready() {
        List<Announcement> first = announcements(ada, 3);
        append(first);
        Announcement fresh = announcement(ada);
        assertThat(append(joined(first, List.of(fresh, fresh)))).isEqualTo(1);
        assertRow(ada, joined(first, List.of(fresh)));
    }

    @Test
    void leavesOutALoneEventThatIsThereAlready() {
        Announcement one = announcement(ada);
        append(List.of(one));
        assertThat(append(List.of(one))).isZero();
        assertRow(ada, List.of(one));
    }

    @Test
    void findsTheEndOfARowWhoseHeadWasNeverWritten() {
        List<Announcement> first = announcements(ada, 700);
        append(first);
        heads.forget(ada);
        List<Announcement> second = announcements(ada, 2);
        append(second);
        heads.forget(ada);
        Announcement third = announcement(ada);
        append(List.of(third));
        assertRow(ada, joined(joined(first, second), List.of(third)));
    }

    @Test
    void writesTheHeadAfterEventsThatWereThereAlready() {
        Announcement one = announcement(ada);
        append(List.of(one));
        heads.forget(ada);
        append(List.of(one));
        assertThat(heads.find(ada)).isEqualTo(new Head(1, ReadMarks.NONE));
    }

    @Test
    void appendsOnceWhenAnAnswerWasLost() {
        List<Announcement> batch = joined(announcements(ada, 3), List.of(announcement(bob)));
        store.loseAnswers(2);
        for (int lost = 0; lost < 2; lost++) {
            assertThatThrownBy(() -> append(batch))
                    .isInstanceOf(MongoSocketException.class)
                    .satisfies(error -> assertThat(MongoErrors.passes(error)).isTrue());
        }
        append(batch);
        assertRow(ada, batch.subList(0, 3));
        assertRow(bob, batch.subList(3, 4));
    }

    @Test
    void goesOnWhereItWroteLastThoughTheHeadIsBehind() {
        List<Announcement> first = announcements(ada, 2);
        append(first, knownEnds);
        heads.forget(ada);
        Announcement second = announcement(ada);
        append(List.of(second), knownEnds);
        assertRow(ada, joined(first, List.of(second)));
        assertThat(knownEnds.of(List.of(ada))).isEqualTo(Map.of(ada, 3L));
    }

    @Test
    void goesOnBehindWhatAnotherInstanceWroteMeanwhile() {
        List<Announcement> first = announcements(ada, 2);
        append(first, knownEnds);
        List<Announcement> others = announcements(ada, 3);
        append(others);
        List<Announcement> second = announcements(ada, 2);
        Announcement bobs = announcement(bob);
        assertThat(append(joined(second, List.of(bobs)), knownEnds)).isEqualTo(3);
        assertRow(ada, joined(joined(first, others), second));
        assertRow(bob, List.of(bobs));
        assertThat(knownEnds.of(List.of(ada, bob))).isEqualTo(Map.of(bob, 1L));
        assertThat(knownEnds.shared(List.of(ada, bob))).containsExactly(ada);
    }

    @Test
    void appendsTheRestOfABatchOfWhichAPartIsThere() {
        List<Announcement> adas = announcements(ada, 3);
        List<Announcement> bobs = announcements(bob, 3);
        UUID eve = UUID.randomUUID();
        Announcement eves = announcement(eve);
        append(List.of(adas.get(0), bobs.get(0), eves));
        assertThat(append(joined(joined(adas, bobs), List.of(eves)))).isEqualTo(4);
        assertRow(ada, adas);
        assertRow(bob, bobs);
        assertRow(eve, List.of(eves));
    }

    @Test
    void addsNothingForDeletedUsers() {
        append(announcements(ada, 2));
        heads.close(ada, Instant.now());
        Announcement bobs = announcement(bob);
        assertThat(append(List.of(announcement(ada), bobs))).isEqualTo(1);
        assertThat(store.row(ada)).hasSize(2);
        assertRow(bob, List.of(bobs));
    }

    @Test
    void raisesHeadsAtOnceByWhichAnotherInstanceGoes() {
        knownEnds.share(ada);
        AdvanceHeads raiseHeads = new AdvanceHeads(heads);
        new AppendNotifications(store, heads, new FindRowEnd(store), knownEnds, raiseHeads)
                .append(List.of(announcement(ada), announcement(bob)));
        assertThat(heads.lastSeqs(List.of(ada, bob))).isEqualTo(Map.of(ada, 1L));
        raiseHeads.now();
        assertThat(heads.lastSeqs(List.of(ada, bob))).isEqualTo(Map.of(ada, 1L, bob, 1L));
    }

    @Test
    void takesNothingForNothing() {
        assertThat(append(List.of())).isZero();
    }

    /** As an instance that has just started. */
    private int append(List<Announcement> announcements) {
        return append(announcements, new RowEndCache(Clock.systemUTC()));
    }

    private int append(List<Announcement> announcements, RowEndCache ends) {
        AdvanceHeads raiseHeads = new AdvanceHeads(heads);
        AppendNotifications append =
                new AppendNotifications(store, heads, new FindRowEnd(store), ends, raiseHeads);
        int created = append.append(announcements);
        raiseHeads.now();
        return created;
    }

    private void assertRow(UUID owner, List<Announcement> expected) {
        List<Notification> row = store.row(owner);
        assertThat(row).extracting(Notification::announcement).isEqualTo(expected);
        assertThat(row)
                .extracting(one -> one.id().seq())
                .isEqualTo(LongStream.rangeClosed(1, expected.size()).boxed().toList());
        assertThat(heads.find(owner).lastSeq()).isEqualTo(expected.size());
    }

    private static List<Announcement> joined(List<Announcement> first, List<Announcement> second) {
        List<Announcement> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
