package dev.socialhub.posts.bookmark;

import dev.socialhub.posts.post.DeletedPostData;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The bookmarks of a deleted post. Their owners no longer see them from the deletion on. */
@Singleton
class EraseBookmarksOfPost implements DeletedPostData {

    private static final int AT_ONCE = 1_000;

    private final BookmarkRepository bookmarks;

    EraseBookmarksOfPost(BookmarkRepository bookmarks) {
        this.bookmarks = bookmarks;
    }

    @Override
    public boolean eraseSome(UUID postId) {
        return bookmarks.removeSomeOfPost(postId, AT_ONCE) == AT_ONCE;
    }
}
