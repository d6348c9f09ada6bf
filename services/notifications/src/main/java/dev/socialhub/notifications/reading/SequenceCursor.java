package dev.socialhub.notifications.reading;

import dev.socialhub.shared.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The last number of a page; the next page holds smaller ones. Opaque on the wire, so that clients
 * don't build one.
 */
record SequenceCursor(long seq) {

    /** Above every number: the start of a newest-first list. */
    static final SequenceCursor NEWEST = new SequenceCursor(Long.MAX_VALUE);

    String encoded() {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(seq).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads what {@link #encoded()} wrote; nothing at all means the start.
     *
     * @throws ProblemException 422 for anything else
     */
    static SequenceCursor decoded(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return NEWEST;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        if (bytes.length != Long.BYTES) {
            throw invalid();
        }
        long seq = ByteBuffer.wrap(bytes).getLong();
        if (seq < 1) {
            throw invalid();
        }
        return new SequenceCursor(seq);
    }

    private static ProblemException invalid() {
        return ProblemException.invalid("cursor", "is not a cursor that a list returned");
    }
}
