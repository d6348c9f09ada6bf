package dev.socialhub.shared.paging;

import dev.socialhub.shared.problem.ProblemException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * The key of a list that is ordered by time, and among equal times by id: the next page holds rows
 * with {@code (at, id) < (cursor.at, cursor.id)}, or {@code >} in an oldest-first list. On the wire
 * it has 28 bytes: seconds, nanoseconds, id.
 */
public record TimeCursor(Instant at, UUID id) implements Cursor {

    private static final int BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

    /** Later than every row that there can be: the start of a newest-first list. */
    public static final TimeCursor NEWEST =
            new TimeCursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    /** Earlier than every row that there can be: the start of an oldest-first list. */
    public static final TimeCursor OLDEST = new TimeCursor(Instant.EPOCH, new UUID(0, 0));

    @Override
    public String encoded() {
        ByteBuffer fields = ByteBuffer.allocate(BYTES);
        fields.putLong(at.getEpochSecond()).putInt(at.getNano());
        fields.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return CursorText.of(fields.array());
    }

    /**
     * Reads what {@link #encoded()} wrote.
     *
     * @throws ProblemException 422 for anything else
     */
    static TimeCursor decoded(String text) {
        ByteBuffer fields = CursorText.fields(text, BYTES);
        Instant at = instant(fields.getLong(), fields.getInt());
        // Also keeps years out that a database can't hold.
        if (at.isAfter(NEWEST.at) || at.isBefore(Instant.EPOCH)) {
            throw CursorText.invalid();
        }
        return new TimeCursor(at, new UUID(fields.getLong(), fields.getLong()));
    }

    private static Instant instant(long seconds, int nanos) {
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException | ArithmeticException e) {
            throw CursorText.invalid();
        }
    }
}
