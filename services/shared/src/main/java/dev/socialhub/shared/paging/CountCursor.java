package dev.socialhub.shared.paging;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The key of a list that is ordered by a count, and among equal counts by id: the next page holds
 * rows with {@code (count, id) < (cursor.count, cursor.id)}. On the wire it has 24 bytes.
 */
public record CountCursor(long count, UUID id) implements Cursor {

    private static final int BYTES = 3 * Long.BYTES;

    /** Above every row: the start of a list with the greatest count first. */
    public static final CountCursor GREATEST = new CountCursor(Long.MAX_VALUE, new UUID(-1, -1));

    @Override
    public String encoded() {
        ByteBuffer fields = ByteBuffer.allocate(BYTES).putLong(count);
        fields.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return CursorText.of(fields.array());
    }

    /**
     * Reads what {@link #encoded()} wrote.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 422 for anything else
     */
    static CountCursor decoded(String text) {
        ByteBuffer fields = CursorText.fields(text, BYTES);
        return new CountCursor(fields.getLong(), new UUID(fields.getLong(), fields.getLong()));
    }
}
