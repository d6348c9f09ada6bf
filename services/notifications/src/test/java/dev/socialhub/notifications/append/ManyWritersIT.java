package dev.socialhub.notifications.append;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.notifications.RunningNotifications;
import dev.socialhub.notifications.expiry.ExpireRow;
import dev.socialhub.notifications.head.HeadStore;
import dev.socialhub.notifications.head.ReadHead;
import dev.socialhub.notifications.head.Retracted;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.Examples;
import dev.socialhub.notifications.notification.NotificationStore;
import dev.socialhub.notifications.reading.RowReader;
import dev.socialhub.notifications.retraction.RetractNotifications;
import dev.socialhub.notifications.retraction.Retraction.OfKey;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances that write the same rows at the same time. */
class ManyWritersIT {

    private static final int WRITERS = 8;
    private static final int EACH = 50;

    private final UUID ada = UUID.randomUUID();
    private final List<ApplicationContext> instances = new ArrayList<>();

    @BeforeEach
    void start() {
        String database = RunningNotifications.newDatabase();
        for (int i = 0; i < 2; i++) {
            instances.add(RunningNotifications.withoutServer(database));
        }
    }

    @AfterEach
    void stop() {
        instances.forEach(ApplicationContext::close);
    }

    @Test
    void leaveNoHoleAndNoDouble() throws Exception {
        List<List<Announcement>> work = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            work.add(Examples.announcements(ada, EACH));
        }
        assertThat(writeAll(work, 1)).isEqualTo(WRITERS * EACH);
        assertDense(WRITERS * EACH);
    }

    @Test
    void writeTheSameEventsOnce() throws Exception {
        List<Announcement> events = Examples.announcements(ada, EACH);
        List<List<Announcement>> work = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            work.add(events);
        }
        assertThat(writeAll(work, 7)).isEqualTo(EACH);
        assertDense(EACH);
    }

    @Test
    void showNothingThatIsTakenBackMeanwhile() throws Exception {
        List<Announcement> events = Examples.announcements(ada, WRITERS * EACH);
        List<Announcement> taken = new ArrayList<>();
        List<Announcement> kept = new ArrayList<>();
        events.forEach(one -> (taken.size() < kept.size() ? taken : kept).add(one));
        RetractNotifications retract = instances.getLast().getBean(RetractNotifications.class);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> written = threads.submit(() -> write(append(0), events, 7));
            Future<?> retracted =
                    threads.submit(() ->
                            taken.forEach(one ->
                                    retract.apply(
                                            List.of(
                                                    new OfKey(
                                                            one.key(),
                                                            Retracted.FOR_GOOD,
                                                            one.createdAt())))));
            assertThat(written.get()).isBetween(kept.size(), events.size());
            retracted.get();
        }
        RowReader reader = reader(instances.getFirst());
        List<UUID> shown = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            var page = reader.page(ada, 100, cursor, true);
            page.items().forEach(item -> shown.add(item.entity().id()));
            cursor = page.nextCursor();
        }
        assertThat(shown)
                .containsExactlyElementsOf(
                        kept.reversed().stream().map(one -> one.entity().id()).toList());
        assertThat(instances.getLast().getBean(ReadHead.class).of(ada).unread())
                .isEqualTo(kept.size());
    }

    private int writeAll(List<List<Announcement>> work, int batch)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Integer>> created = new ArrayList<>();
            for (int writer = 0; writer < work.size(); writer++) {
                AppendNotifications append = append(writer);
                List<Announcement> mine = work.get(writer);
                created.add(threads.submit(() -> write(append, mine, batch)));
            }
            int sum = 0;
            for (Future<Integer> one : created) {
                sum += one.get();
            }
            return sum;
        }
    }

    private static int write(AppendNotifications append, List<Announcement> events, int batch) {
        int created = 0;
        for (int from = 0; from < events.size(); from += batch) {
            created += append.append(events.subList(from, Math.min(from + batch, events.size())));
        }
        return created;
    }

    private AppendNotifications append(int writer) {
        return instances.get(writer % instances.size()).getBean(AppendNotifications.class);
    }

    private static RowReader reader(ApplicationContext instance) {
        return new RowReader(
                instance.getBean(ReadHead.class),
                instance.getBean(HeadStore.class),
                instance.getBean(NotificationStore.class),
                instance.getBean(ExpireRow.class));
    }

    private void assertDense(int count) {
        NotificationStore store = instances.getFirst().getBean(NotificationStore.class);
        assertThat(store.taken(ada, 1, count + 10))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        instances.forEach(instance -> instance.getBean(AdvanceHeads.class).now());
        HeadStore heads = instances.getFirst().getBean(HeadStore.class);
        assertThat(heads.find(ada).lastSeq()).isEqualTo(count);
    }
}
