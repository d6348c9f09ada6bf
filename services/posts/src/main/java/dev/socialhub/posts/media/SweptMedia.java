package dev.socialhub.posts.media;

import io.micronaut.serde.annotation.Serdeable;

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

    SweptMedia plus(UnusedMedia.Reason reason) {
        return switch (reason) {
            case PENDING -> new SweptMedia(pending + 1, unattached, ofDeletedPosts);
            case UNATTACHED -> new SweptMedia(pending, unattached + 1, ofDeletedPosts);
            case DELETED -> new SweptMedia(pending, unattached, ofDeletedPosts + 1);
        };
    }
}
