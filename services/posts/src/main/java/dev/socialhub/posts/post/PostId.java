package dev.socialhub.posts.post;

import dev.socialhub.posts.id.IdForm;
import dev.socialhub.shared.problem.ProblemException;
import java.util.UUID;

/** Ids of posts as they occur in requests. */
public final class PostId {

    private PostId() {}

    /**
     * Parses a post's id.
     *
     * @throws ProblemException 404 for a text that can't be an id
     */
    public static UUID of(String text) {
        return IdForm.parse(text, ReadPosts::noSuchPost);
    }
}
