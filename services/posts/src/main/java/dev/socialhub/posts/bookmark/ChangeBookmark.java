package dev.socialhub.posts.bookmark;

import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.posts.post.ReadPosts;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Bookmarks posts, and removes bookmarks. Repeating a change has no effect. */
@Singleton
class ChangeBookmark {

    private final BookmarkRepository bookmarks;
    private final ReadPosts readPosts;
    private final Clock clock;
    private final BookmarkMetrics metrics;

    ChangeBookmark(
            BookmarkRepository bookmarks,
            ReadPosts readPosts,
            Clock clock,
            BookmarkMetrics metrics) {
        this.bookmarks = bookmarks;
        this.readPosts = readPosts;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Bookmarks a post.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 404 when the user can't see the post,
     *     401 when the user's account is deleted
     */
    @Transactional
    void add(UUID userId, UUID postId) {
        if (bookmarks.add(userId, postId, clock.instant()) > 0) {
            metrics.added();
            return;
        }
        readPosts.one(postId, userId);
        if (bookmarks.countOf(userId, postId) == 0) {
            throw ResolveUser.deletedCaller();
        }
    }

    /**
     * Removes a bookmark, also one of a post that the user can no longer see.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 404 when there is none, and the user
     *     can't see the post
     */
    @Transactional
    void remove(UUID userId, UUID postId) {
        if (bookmarks.remove(userId, postId) > 0) {
            metrics.removed();
        } else {
            readPosts.one(postId, userId);
        }
    }
}
