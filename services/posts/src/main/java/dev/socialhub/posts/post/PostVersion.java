package dev.socialhub.posts.post;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** The part of a post that is needed to change it. */
@Introspected
record PostVersion(UUID id, long version) {

    /** The same after a change. */
    PostVersion next() {
        return new PostVersion(id, version + 1);
    }
}
