package dev.socialhub.posts.bookmark;

import dev.socialhub.people.erasure.PersonalData;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** The bookmarks of a deleted user. */
@Singleton
class EraseBookmarks implements PersonalData {

    private static final int AT_ONCE = 5_000;

    private final BookmarkRepository bookmarks;

    EraseBookmarks(BookmarkRepository bookmarks) {
        this.bookmarks = bookmarks;
    }

    @Override
    public boolean eraseSome(UUID userId) {
        return bookmarks.removeSomeOfUser(userId, AT_ONCE) == AT_ONCE;
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of("bookmarks", bookmarks.countOfUser(userId));
    }
}
