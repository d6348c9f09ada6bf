package dev.socialhub.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.notifications.head.HeadStore;
import dev.socialhub.notifications.notification.Examples;
import dev.socialhub.notifications.notification.Notification;
import dev.socialhub.notifications.notification.NotificationId;
import dev.socialhub.notifications.notification.NotificationStore;
import dev.socialhub.ops.checksum.Checksum;
import dev.socialhub.ops.checksum.Checksums;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two databases with the same documents have the same checksums. */
class MongoChecksumsIT {

    private final ApplicationContext one = start();
    private final ApplicationContext other = start();
    private final UUID ada = UUID.randomUUID();

    private static ApplicationContext start() {
        return RunningNotifications.withoutServer(RunningNotifications.newDatabase());
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    @Test
    void saysTheSameOfTheSameDocumentsInWhateverOrderTheyCame() {
        List<Notification> notifications =
                LongStream.rangeClosed(1, 50)
                        .mapToObj(seq ->
                                new Notification(
                                        new NotificationId(ada, seq), Examples.announcement(ada)))
                        .toList();
        store(one).insertInOrder(notifications);
        store(other).insertEach(notifications.reversed());
        heads(one).raise(Map.of(ada, 50L));
        heads(one).read(ada, Set.of(30L));
        heads(one).read(ada, Set.of(20L));
        heads(one).readUpTo(ada, 7, Set.of());
        heads(other).readUpTo(ada, 7, Set.of());
        heads(other).read(ada, Set.of(20L));
        heads(other).read(ada, Set.of(30L));
        heads(other).raise(Map.of(ada, 50L));

        List<Checksum> checksums = checksums(one);
        assertThat(checksums).extracting(Checksum::name).containsExactly("heads", "notifications");
        assertThat(checksums).extracting(Checksum::rows).containsExactly(1L, 50L);
        assertThat(checksums(other)).isEqualTo(checksums);

        heads(other).read(ada, Set.of(31L));
        assertThat(checksums(other).getFirst()).isNotEqualTo(checksums.getFirst());
        assertThat(checksums(other).getLast()).isEqualTo(checksums.getLast());
        store(other).remove(List.of(new NotificationId(ada, 50)));
        assertThat(checksums(other).getLast()).isNotEqualTo(checksums.getLast());
    }

    private static List<Checksum> checksums(ApplicationContext service) {
        return service.getBean(Checksums.class).take();
    }

    private static NotificationStore store(ApplicationContext service) {
        return service.getBean(NotificationStore.class);
    }

    private static HeadStore heads(ApplicationContext service) {
        return service.getBean(HeadStore.class);
    }
}
