package dev.socialhub.notifications.notification;

import dev.socialhub.ops.person.Held;
import dev.socialhub.ops.person.PersonFacts;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says how many notifications somebody has; of who is gone, how many are left. */
@Singleton
final class CountNotifications implements PersonFacts {

    private static final int AT_ONCE = 500;

    private final HeadStore heads;
    private final ReadHead readHead;
    private final NotificationStore notifications;

    CountNotifications(HeadStore heads, ReadHead readHead, NotificationStore notifications) {
        this.heads = heads;
        this.readHead = readHead;
        this.notifications = notifications;
    }

    @Override
    public Held of(UUID person) {
        Optional<Instant> gone = heads.closedAt(person).blockOptional();
        return gone.isPresent()
                ? held(gone.get(), left(person).blockOptional().orElse(0L), 0)
                : readHead.of(person)
                        .map(head -> held(null, head.kept(), head.unread()))
                        .blockOptional()
                        .orElseThrow();
    }

    /** The numbers are dense, so nothing stands behind the last one that is known. */
    private Mono<Long> left(UUID person) {
        return heads.lastSeqs(List.of(person))
                .map(known -> known.getOrDefault(person, 0L))
                .flatMapMany(last ->
                        Flux.fromStream(() -> Stream.iterate(1L, n -> n <= last, n -> n + AT_ONCE)))
                .concatMap(from -> notifications.taken(person, from, AT_ONCE))
                .map(taken -> (long) taken.size())
                .reduce(0L, Long::sum);
    }

    private static Held held(@Nullable Instant gone, long notifications, long unread) {
        Map<String, Long> facts = new LinkedHashMap<>();
        facts.put("notifications", notifications);
        facts.put("unread", unread);
        return new Held(gone, gone != null && notifications == 0, facts);
    }
}
