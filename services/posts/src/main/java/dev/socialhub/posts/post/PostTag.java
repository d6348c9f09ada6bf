package dev.socialhub.posts.post;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The entity tag of a post as one user sees it: the post's version, and a digest of the view, which
 * also changes with all that isn't part of the post itself. It is strong: equal tags mean equal
 * bytes.
 */
record PostTag(long version, byte[] view) {

    private static final int DIGEST_BYTES = 16;

    /** The tag as the header {@code ETag} has it, with its quotes. */
    String text() {
        byte[] digest = Arrays.copyOf(sha256().digest(view), DIGEST_BYTES);
        return "\"%d-%s\""
                .formatted(version, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    /**
     * Whether an entity tag is that of a view of this version; weak tags and other texts aren't.
     */
    static boolean isOfVersion(String text, long version) {
        return text.startsWith("\"" + version + "-") && text.endsWith("\"");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
