package dev.socialhub.posts.comment;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Whether the caller likes a comment.
 *
 * @param likes how many users like it
 */
@Serdeable
record CommentLikeView(boolean liked, long likes) {}
