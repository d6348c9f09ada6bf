package dev.socialhub.posts.post;

import dev.socialhub.shared.ids.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives new posts their places in lists. */
@Singleton
class PostKeys {

    private final Ids ids;
    private final Clock clock;

    PostKeys(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    PostKey next() {
        return new PostKey(clock.instant(), ids.next());
    }
}
