package dev.socialhub.posts.post;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Edits an author's own post: the row, the replaced version and the event commit together. */
@Singleton
class EditPost {

    private static final ProblemType CHANGED =
            new ProblemType("precondition-failed", "Precondition failed", 412);

    private final PostRepository posts;
    private final HistoryRepository history;
    private final DescribeText describeText;
    private final PostChanges changes;
    private final Clock clock;

    EditPost(
            PostRepository posts,
            HistoryRepository history,
            DescribeText describeText,
            PostChanges changes,
            Clock clock) {
        this.posts = posts;
        this.history = history;
        this.describeText = describeText;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Edits the post, and returns it. An edit that changes nothing has no effect.
     *
     * @throws ProblemException 404 when the caller can't see the post, 403 when it isn't theirs,
     *     412 when its version isn't one that the client expects
     */
    @Transactional
    Post edit(UUID postId, UUID callerId, PostEdit edit, ExpectedVersions expected) {
        Post present =
                posts.lockWholeOwn(postId, callerId).orElseThrow(() -> refusal(postId, callerId));
        if (!expected.include(present.version())) {
            throw new ProblemException(CHANGED, "The post was changed in the meantime.");
        }
        if (!edit.changes(present)) {
            return present;
        }
        String content = edit.contentAfter(present);
        history.keep(postId, PostHistory.VERSIONS - 1);
        posts.edit(
                postId,
                content,
                edit.visibilityAfter(present),
                describeText.of(callerId, content),
                clock.instant(),
                present.version() + 1);
        Post edited = posts.findVisible(postId, callerId).orElseThrow(ReadPosts::noSuchPost);
        changes.edited(present, edited);
        return edited;
    }

    private ProblemException refusal(UUID postId, UUID callerId) {
        return posts.findVisible(postId, callerId).isPresent()
                ? new ProblemException(ProblemType.FORBIDDEN, "Only its author may edit a post.")
                : ReadPosts.noSuchPost();
    }
}
