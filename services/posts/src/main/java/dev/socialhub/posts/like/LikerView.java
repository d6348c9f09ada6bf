package dev.socialhub.posts.like;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * A user that likes a post, as readers receive it.
 *
 * @param likedAt since when
 */
@Serdeable
record LikerView(UUID id, String username, String name, Instant likedAt) {

    static LikerView of(Liker user) {
        return new LikerView(user.id(), user.username(), user.name(), user.likedAt());
    }
}
