package dev.socialhub.notifications.notification;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Remembers what someone has read. A mark is never taken back, so calls may repeat and run side by
 * side without any order between them.
 */
@Singleton
final class MarkRead {

    private final ReadHead readHead;
    private final HeadStore heads;
    private final NotificationStore notifications;

    MarkRead(ReadHead readHead, HeadStore heads, NotificationStore notifications) {
        this.readHead = readHead;
        this.heads = heads;
        this.notifications = notifications;
    }

    /** Marks one; answers how many are unread then, or nothing if there is no such notification. */
    Mono<Long> one(NotificationId id) {
        return notifications
                .find(List.of(id))
                .next()
                .flatMap(_ -> these(id.owner(), List.of(id.seq())));
    }

    /** Marks these, which must exist; answers how many are unread then. */
    Mono<Long> these(UUID owner, Collection<Long> seqs) {
        return readHead.of(owner)
                .flatMap(head -> {
                    List<Long> fresh =
                            seqs.stream().filter(seq -> !head.marks().covers(seq)).toList();
                    return fresh.isEmpty() ? Mono.just(head) : add(owner, fresh);
                })
                .map(Head::unread);
    }

    /** Marks all that there are now; answers how many are unread then. */
    Mono<Long> all(UUID owner) {
        return readHead.of(owner)
                .flatMap(head ->
                        head.unread() == 0
                                ? Mono.just(head)
                                : raise(owner, new ReadMarks(head.lastSeq(), head.marks().above())))
                .map(Head::unread);
    }

    private Mono<Head> add(UUID owner, List<Long> seqs) {
        return heads.read(owner, seqs)
                .flatMap(head -> {
                    ReadMarks compacted = head.marks().compacted();
                    return compacted.upTo() > head.marks().upTo()
                            ? raise(owner, new ReadMarks(compacted.upTo(), head.marks().above()))
                            : readHead.complete(owner, head);
                });
    }

    /**
     * Raises the mark below which all is read. Whatever was marked meanwhile stays: numbers are
     * only dropped when this very statement makes them superfluous.
     */
    private Mono<Head> raise(UUID owner, ReadMarks marks) {
        return heads.readUpTo(owner, marks.upTo(), marks.superfluous())
                .flatMap(head -> readHead.complete(owner, head));
    }
}
