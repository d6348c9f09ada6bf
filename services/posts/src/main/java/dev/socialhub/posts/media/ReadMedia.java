package dev.socialhub.posts.media;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Returns what is known of media, and lets their owners describe them. */
@Singleton
class ReadMedia {

    private final MediaRepository rows;
    private final MediaUrls urls;

    ReadMedia(MediaRepository rows, MediaUrls urls) {
        this.rows = rows;
        this.urls = urls;
    }

    /**
     * Returns one.
     *
     * @throws ProblemException 404 unless it is the viewer's own or in a post that they may see
     */
    MediaView one(UUID id, UUID viewerId) {
        ServedMedia served = visible(id, viewerId);
        return MediaView.of(served.media(), served.isPublic(), urls);
    }

    /**
     * Describes one of the caller's own.
     *
     * @throws ProblemException 404 when the caller can't see it, 403 when it isn't theirs
     */
    @Transactional
    MediaView describe(UUID id, UUID callerId, @Nullable String alt) {
        if (!visible(id, callerId).media().ownerId().equals(callerId)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only its owner may describe it.");
        }
        rows.describe(id, callerId, alt);
        return one(id, callerId);
    }

    private ServedMedia visible(UUID id, UUID viewerId) {
        return rows.findVisible(id, viewerId).orElseThrow(MediaId::unknown);
    }
}
