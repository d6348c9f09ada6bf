package dev.socialhub.posts.search;

import dev.socialhub.shared.paging.CountCursor;
import java.util.UUID;

/** A hashtag that a search found. */
record FoundTag(UUID id, String shown, long posts) {

    CountCursor cursor() {
        return new CountCursor(posts, id);
    }

    TagView view() {
        return new TagView(shown, posts);
    }
}
