package dev.socialhub.notifications.expiry;

import static dev.socialhub.notifications.notification.Examples.announcement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.mongo.MongoAnswers;
import dev.socialhub.mongo.MongoCollections;
import dev.socialhub.mongo.MongoIndex;
import dev.socialhub.mongo.MongoIndexes;
import dev.socialhub.notifications.RunningNotifications;
import dev.socialhub.notifications.append.AppendNotifications;
import dev.socialhub.notifications.notification.Examples;
import dev.socialhub.notifications.notification.NotificationIndexes;
import dev.socialhub.notifications.notification.NotificationStore;
import dev.socialhub.notifications.notification.NotificationStoreContract;
import dev.socialhub.ops.schema.Schema;
import dev.socialhub.ops.schema.SchemaReport;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Expired notifications are removed, and the indexes for that are as declared. */
class ExpiryIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LIST = "/api/v1/notifications";

    private final UUID ada = UUID.randomUUID();
    private final String database = RunningNotifications.newDatabase();

    @Test
    void expiredNotificationsDisappearAndDoNotReturn() throws Exception {
        Instant old = Instant.now().minus(Duration.ofDays(91));
        try (RunningNotifications one = new RunningNotifications(database);
                RunningNotifications other = new RunningNotifications(database);
                Bus bus = new Bus()) {
            // A starting instance removes what is too old already, so it is written afterwards.
            assertThat(check(one)).isEqualTo(check(other));
            AppendNotifications append = one.bean(AppendNotifications.class);
            append.append(Stream.generate(() -> announcement(ada, old)).limit(700).toList());
            append.append(Examples.announcements(ada, 2));
            assertThat(unread(one)).isEqualTo(702);

            Thread beside = Thread.ofVirtual().start(() -> expire(other));
            expire(one);
            beside.join();

            assertThat(unread(one)).isEqualTo(2);
            assertThat(unread(other)).isEqualTo(2);
            Json page = other.ask(ada, "GET", LIST + "?limit=2");
            assertThat(page.get("nextCursor").isNull()).isTrue();
            assertThat(page.get("items").values())
                    .extracting(item -> item.get("seq").getLongValue())
                    .containsExactly(702L, 701L);
            assertThat(
                            NotificationStoreContract.createdBefore(
                                    one.bean(NotificationStore.class), old.plusSeconds(1)))
                    .isEmpty();

            Event played = Examples.postBy(ada);
            bus.send(new Event(played.id(), old, null, played.data()));
            bus.send(Examples.postBy(ada));
            await().atMost(SOON).until(() -> unread(one) >= 3);
            assertThat(one.ask(ada, "GET", LIST).get("items").values())
                    .extracting(item -> item.get("seq").getLongValue())
                    .containsExactly(703L, 702L, 701L);
        }
    }

    @Test
    void findsAndMendsTheIndexes() throws Exception {
        try (RunningNotifications service = new RunningNotifications(database)) {
            assertThat(check(service)).isEqualTo(new SchemaReport(List.of(), List.of(), List.of()));
            MongoCollections collections = service.bean(MongoCollections.class);
            drop(collections, "createdAt_1");
            drop(collections, "dedupe_1");
            assertThat(check(service).missing())
                    .extracting("name")
                    .containsExactly("notifications.dedupe_1", "notifications.createdAt_1");
            Schema schema = service.bean(Schema.class);
            assertThat(schema.repair().repaired()).hasSize(2);
            assertThat(check(service).missing()).isEmpty();

            drop(collections, "dedupe_1");
            MongoIndexes indexes = service.bean(MongoIndexes.class);
            indexes.apply(
                    NotificationIndexes.COLLECTION,
                    new MongoIndex("dedupe_1", "dedupe: 1", false, null));
            assertThat(check(service).different())
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.expected()).contains("{dedupe: 1}", "unique: true");
                        assertThat(one.found()).doesNotContain("unique");
                    });
            assertThat(schema.repair().unrepaired()).hasSize(1);
        }
    }

    @Test
    void givesAnIndexThatIsThereTheAgeThatIsSet() throws Exception {
        try (RunningNotifications before =
                new RunningNotifications(database, Map.of("notifications.keep-for", "30d"))) {
            check(before);
            assertThat(age(before)).isEqualTo(Duration.ofDays(37).toSeconds());
        }
        try (RunningNotifications after = new RunningNotifications(database)) {
            assertThat(check(after).different()).isEmpty();
            assertThat(age(after)).isEqualTo(Duration.ofDays(97).toSeconds());
        }
    }

    private static @Nullable Long age(RunningNotifications service) {
        Map<String, MongoIndex> found =
                service.bean(MongoIndexes.class).found(NotificationIndexes.COLLECTION);
        return Objects.requireNonNull(found.get("createdAt_1")).expiresAfter();
    }

    private static void drop(MongoCollections collections, String index) {
        MongoAnswers.end(collections.named(NotificationIndexes.COLLECTION).dropIndex(index));
    }

    private static SchemaReport check(RunningNotifications service) {
        return service.bean(Schema.class).check();
    }

    private static void expire(RunningNotifications service) {
        service.bean(ExpireNotifications.class).all();
    }

    private long unread(RunningNotifications service) {
        return service.ask(ada, "GET", LIST + "/unread-count").get("count").getLongValue();
    }
}
