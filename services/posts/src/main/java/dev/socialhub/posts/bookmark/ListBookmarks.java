package dev.socialhub.posts.bookmark;

import dev.socialhub.posts.post.PostView;
import dev.socialhub.posts.post.ReadPosts;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.shared.paging.TimeCursor;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;

/** Lists the posts that a user has bookmarked and may still see, the newest bookmark first. */
@Singleton
class ListBookmarks {

    private final BookmarkRepository bookmarks;
    private final ReadPosts readPosts;

    ListBookmarks(BookmarkRepository bookmarks, ReadPosts readPosts) {
        this.bookmarks = bookmarks;
        this.readPosts = readPosts;
    }

    Page<PostView> of(UUID userId, PageQuery query) {
        TimeCursor after = query.after();
        Page<Bookmark> page =
                Page.of(
                        bookmarks.list(userId, after.at(), after.id(), query.rows()),
                        query,
                        Bookmark::cursor,
                        Function.identity());
        return new Page<>(
                readPosts.visible(page.items().stream().map(Bookmark::postId).toList(), userId),
                page.nextCursor());
    }
}
