package dev.socialhub.contracts.post;

/**
 * The limits of posts, for users and for sample data. The form of a post repeats the first one in
 * its description, in {@code services/openapi/src/main/resources/parts/additions.yml}.
 */
public final class PostLimits {

    /** The maximum length of a post, in Unicode code points. */
    public static final int CONTENT = 5_000;

    /** The maximum length of a comment, in Unicode code points. */
    public static final int COMMENT = 1_000;

    private PostLimits() {}
}
