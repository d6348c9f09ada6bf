package dev.socialhub.shared.paging;

import dev.socialhub.shared.problem.ProblemException;
import java.nio.ByteBuffer;

/**
 * The key of a list whose entries are numbered from 1: the next page holds smaller numbers. On the
 * wire it has 8 bytes.
 */
public record SequenceCursor(long seq) implements Cursor {

    /** Above every number: the start of a newest-first list. */
    public static final SequenceCursor NEWEST = new SequenceCursor(Long.MAX_VALUE);

    @Override
    public String encoded() {
        return CursorText.of(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
    }

    /**
     * Reads what {@link #encoded()} wrote.
     *
     * @throws ProblemException 422 for anything else
     */
    static SequenceCursor decoded(String text) {
        long seq = CursorText.fields(text, Long.BYTES).getLong();
        if (seq < 1) {
            throw CursorText.invalid();
        }
        return new SequenceCursor(seq);
    }
}
