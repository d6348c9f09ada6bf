package dev.socialhub.posts.media;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The files that are stored of a picture; of a video, only the first one. */
enum MediaVariant {
    ORIGINAL,
    SMALL,
    LARGE;

    /** Its name in paths and keys. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its object in a store. */
    String key(UUID mediaId) {
        return mediaId + "/" + wireName();
    }

    static Optional<MediaVariant> ofWireName(String name) {
        return Stream.of(values()).filter(one -> one.wireName().equals(name)).findFirst();
    }
}
