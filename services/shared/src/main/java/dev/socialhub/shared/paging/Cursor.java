package dev.socialhub.shared.paging;

import dev.socialhub.shared.problem.ProblemException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * The last row of a page, by which the next one begins: {@code (at, id) < (cursor.at, cursor.id)}.
 * On the wire it is opaque, 28 bytes of base64url: seconds, nanoseconds, id.
 */
public record Cursor(Instant at, UUID id) {

    private static final int BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

    /** Later than every row that there can be: the start of a newest-first list. */
    public static final Cursor NEWEST =
            new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    public String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putLong(at.getEpochSecond()).putInt(at.getNano());
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Reads what {@link #encoded()} wrote.
     *
     * @throws ProblemException 422 for anything else
     */
    public static Cursor decoded(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            Instant at = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
            Cursor cursor = new Cursor(at, new UUID(bytes.getLong(), bytes.getLong()));
            // Also keeps years out that a database can't hold.
            if (!bytes.hasRemaining() && !at.isAfter(NEWEST.at) && !at.isBefore(Instant.EPOCH)) {
                return cursor;
            }
        } catch (IllegalArgumentException | BufferUnderflowException | DateTimeException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static ProblemException invalid() {
        return ProblemException.invalid("cursor", "is not a cursor that a list returned");
    }
}
