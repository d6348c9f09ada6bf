package dev.socialhub.posts.media;

import dev.socialhub.people.erasure.PersonalData;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Removes the pictures and videos of a deleted user, files included. They are hidden already: they
 * are served together with the names of their owners.
 */
@Singleton
class EraseMedia implements PersonalData {

    private static final int AT_ONCE = 50;

    private final UnusedMediaRepository rows;
    private final RemoveMedia removeMedia;

    EraseMedia(UnusedMediaRepository rows, RemoveMedia removeMedia) {
        this.rows = rows;
        this.removeMedia = removeMedia;
    }

    /**
     * Those of the user's posts follow once the posts are deleted. While a store doesn't answer,
     * the erasure fails and is tried again.
     */
    @Override
    public int eraseSome(UUID userId) {
        List<UnusedMedia> media = rows.lockSomeOf(userId, AT_ONCE);
        if (!media.isEmpty()) {
            removeMedia.remove(media);
        }
        return media.size();
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of("media", rows.countOf(userId));
    }
}
