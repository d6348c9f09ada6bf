package dev.socialhub.shared.paging;

import dev.socialhub.shared.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;

/** The text of every cursor: its fields, which have fixed lengths, as base64url without padding. */
final class CursorText {

    private CursorText() {}

    static String of(byte[] fields) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fields);
    }

    /**
     * The fields of a cursor.
     *
     * @param length of all fields together, in bytes
     * @throws ProblemException 422 for a text that {@link #of} didn't make
     */
    static ByteBuffer fields(String text, int length) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        if (bytes.length != length) {
            throw invalid();
        }
        return ByteBuffer.wrap(bytes);
    }

    static ProblemException invalid() {
        return ProblemException.invalid("cursor", "is not a cursor that a list returned");
    }
}
