package dev.socialhub.posts.assist;

/** Writes short texts. */
interface TextGenerator {

    /** The name that answers carry. */
    String name();

    /**
     * Writes a post.
     *
     * @throws GeneratorUnavailable when no text can be had at the moment
     */
    String content(String topic, String tone);

    /**
     * Writes a caption; its hashtags may be too many, too few or missing.
     *
     * @throws GeneratorUnavailable when no text can be had at the moment
     */
    String caption(String topic);
}
