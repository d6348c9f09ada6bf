package dev.socialhub.posts.post;

import java.util.UUID;
import java.util.regex.Pattern;

/** Post ids as they occur in paths. */
public final class PostId {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PostId() {}

    /**
     * Parses an id.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 404 for a text that can't be a post id
     */
    public static UUID of(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw ReadPosts.noSuchPost();
        }
        return UUID.fromString(text);
    }
}
