package dev.socialhub.posts.media;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Numbers of media that no post needs.
 *
 * @param pending whose upload was never completed
 * @param unattached that no post was published with
 * @param ofDeletedPosts whose post is deleted
 */
@Serdeable
record SweptMedia(long pending, long unattached, long ofDeletedPosts) {

    static final SweptMedia NONE = new SweptMedia(0, 0, 0);

    static SweptMedia of(List<UnusedMedia> media) {
        SweptMedia total = NONE;
        for (UnusedMedia one : media) {
            total = total.plus(one.reason());
        }
        return total;
    }

    SweptMedia plus(SweptMedia other) {
        return new SweptMedia(
                pending + other.pending,
                unattached + other.unattached,
                ofDeletedPosts + other.ofDeletedPosts);
    }

    /** How many they are together. */
    int sum() {
        return Math.toIntExact(pending + unattached + ofDeletedPosts);
    }

    private SweptMedia plus(UnusedMedia.Reason reason) {
        return switch (reason) {
            case PENDING -> new SweptMedia(pending + 1, unattached, ofDeletedPosts);
            case UNATTACHED -> new SweptMedia(pending, unattached + 1, ofDeletedPosts);
            case DELETED -> new SweptMedia(pending, unattached, ofDeletedPosts + 1);
        };
    }
}
