package dev.socialhub.posts.comment;

import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** How deep replies may be nested. */
@Singleton
final class CommentDepth {

    /** The depth of a comment that replies to the post itself. */
    static final int TOP = 1;

    private final int max;

    CommentDepth(@Value("${posts.comments.max-depth}") int max) {
        this.max = max;
    }

    /**
     * The depth of a reply to a comment of this depth.
     *
     * @throws ProblemException 422 when it would be nested too deep
     */
    int below(int depth) {
        if (depth >= max) {
            throw ProblemException.invalid(
                    "parentId", "replies may be nested at most " + max + " levels deep");
        }
        return depth + 1;
    }
}
