package dev.socialhub.posts.like;

import dev.socialhub.posts.count.PostCounts;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Whether the caller likes a post.
 *
 * @param counts the counts of the post
 */
@Serdeable
record LikeView(boolean liked, PostCounts counts) {}
