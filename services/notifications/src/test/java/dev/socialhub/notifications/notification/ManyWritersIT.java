package dev.socialhub.notifications.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
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
            instances.add(
                    ApplicationContext.run(
                            RunningNotifications.settings(database, "http://127.0.0.1:1")));
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

    private void assertDense(int count) {
        NotificationStore store = instances.getFirst().getBean(NotificationStore.class);
        assertThat(store.taken(ada, 1, count + 10))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        HeadStore heads = instances.getFirst().getBean(HeadStore.class);
        assertThat(heads.find(ada).lastSeq()).isEqualTo(count);
    }
}
