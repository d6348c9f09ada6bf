package dev.socialhub.posts.post;

import dev.socialhub.shared.problem.ProblemException;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Ids of posts, comments and media as they occur in requests. */
public final class PostId {

    /** A regular expression of all ids. */
    public static final String FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final Pattern UUID_FORM = Pattern.compile(FORM);

    private PostId() {}

    /**
     * Parses a post's id.
     *
     * @throws ProblemException 404 for a text that can't be an id
     */
    public static UUID of(String text) {
        return of(text, ReadPosts::noSuchPost);
    }

    /** Parses an id, with the error to throw for a text that can't be one. */
    public static UUID of(String text, Supplier<ProblemException> otherwise) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw otherwise.get();
        }
        return UUID.fromString(text);
    }
}
