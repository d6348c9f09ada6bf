package dev.socialhub.posts.bookmark;

import io.micronaut.serde.annotation.Serdeable;

/** Whether the caller has bookmarked a post, after a change. */
@Serdeable
record BookmarkView(boolean bookmarked) {}
