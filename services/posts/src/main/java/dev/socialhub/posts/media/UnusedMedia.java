package dev.socialhub.posts.media;

import java.util.Locale;
import java.util.UUID;

/** Media that are to be removed. */
record UnusedMedia(UUID id, String store, Reason reason) {

    /** Why no post needs them. */
    enum Reason {
        PENDING,
        UNATTACHED,
        DELETED;

        /** The value of the meter's tag. */
        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
