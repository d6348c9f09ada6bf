package dev.socialhub.posts.post;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * The versions of a post that are kept, newest first. The first one is the post as it is now.
 *
 * @param items at most {@value #VERSIONS}
 */
@Serdeable
record PostHistory(List<Version> items) {

    static final int VERSIONS = 5;

    PostHistory {
        items = List.copyOf(items);
    }

    /**
     * A version of a post.
     *
     * @param at when it was published or edited
     */
    @Serdeable
    record Version(long version, String content, Instant at) {}
}
