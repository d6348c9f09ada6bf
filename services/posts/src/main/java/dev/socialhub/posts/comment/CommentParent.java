package dev.socialhub.posts.comment;

import java.util.UUID;

/** The comment that a new one replies to. */
record CommentParent(UUID id, UUID authorId, int depth) {}
