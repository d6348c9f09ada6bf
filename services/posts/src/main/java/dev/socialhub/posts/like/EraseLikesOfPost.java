package dev.socialhub.posts.like;

import dev.socialhub.posts.post.DeletedPostData;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The likes of a deleted post. */
@Singleton
class EraseLikesOfPost implements DeletedPostData {

    private static final int AT_ONCE = 5_000;

    private final LikeRepository likes;

    EraseLikesOfPost(LikeRepository likes) {
        this.likes = likes;
    }

    @Override
    public boolean eraseSome(UUID postId) {
        return likes.removeOfPost(postId, AT_ONCE) > 0;
    }
}
