package dev.socialhub.posts.post;

import jakarta.inject.Singleton;
import java.util.UUID;

/** Returns the last versions of posts to users that may see the posts. */
@Singleton
class ReadHistory {

    private final ReadPosts readPosts;
    private final HistoryRepository history;

    ReadHistory(ReadPosts readPosts, HistoryRepository history) {
        this.readPosts = readPosts;
        this.history = history;
    }

    /**
     * Returns the versions that the viewer may see.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 404 when the viewer can't see the post
     */
    PostHistory of(UUID postId, UUID viewerId) {
        readPosts.one(postId, viewerId);
        return new PostHistory(history.list(postId, viewerId));
    }
}
