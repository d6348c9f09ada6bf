package dev.socialhub.notifications.notification;

import jakarta.inject.Singleton;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Someone's head as it truly is, also just after a crash or in the midst of writing. */
@Singleton
final class ReadHead {

    private final HeadStore heads;
    private final RowEnd rowEnd;

    ReadHead(HeadStore heads, RowEnd rowEnd) {
        this.heads = heads;
        this.rowEnd = rowEnd;
    }

    Mono<Head> of(UUID owner) {
        return heads.find(owner).flatMap(head -> complete(owner, head));
    }

    /** The same head with the true end of its row. */
    Mono<Head> complete(UUID owner, Head head) {
        return rowEnd.from(owner, head.lastSeq()).map(head::reaching);
    }
}
