package dev.socialhub.posts.media;

import dev.socialhub.shared.problem.ProblemException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Media ids as they occur in paths. */
final class MediaId {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private MediaId() {}

    /**
     * Parses an id.
     *
     * @throws ProblemException 404 for a text that can't be a media id
     */
    static UUID of(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw unknown();
        }
        return UUID.fromString(text);
    }

    static ProblemException unknown() {
        return ProblemException.notFound("There is no such picture or video.");
    }
}
