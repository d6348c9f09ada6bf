package dev.socialhub.posts.media;

import dev.socialhub.posts.id.IdForm;
import dev.socialhub.shared.problem.ProblemException;
import java.util.UUID;

/** Media ids as they occur in paths. */
final class MediaId {

    private MediaId() {}

    /**
     * Parses an id.
     *
     * @throws ProblemException 404 for a text that can't be a media id
     */
    static UUID of(String text) {
        return IdForm.parse(text, MediaId::unknown);
    }

    static ProblemException unknown() {
        return ProblemException.notFound("There is no such picture or video.");
    }
}
