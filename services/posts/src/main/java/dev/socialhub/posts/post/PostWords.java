package dev.socialhub.posts.post;

/** Which words of a post a search finds it by. */
public final class PostWords {

    /**
     * Of a row {@code c} with a {@code content}: the words as they are written, and with less
     * weight those that the language of the installation makes of them, PostgreSQL's {@code
     * default_text_search_config}.
     */
    public static final String OF_CONTENT =
            "setweight(to_tsvector('simple', c.content), 'A')"
                    + " || setweight(to_tsvector(c.content), 'B')";

    private PostWords() {}
}
