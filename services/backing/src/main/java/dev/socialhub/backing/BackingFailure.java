package dev.socialhub.backing;

import org.jspecify.annotations.Nullable;

/**
 * A backing server can't be prepared or started; the message is one line, the fix says what to do.
 */
public final class BackingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String fix;

    public BackingFailure(String problem, String fix) {
        this(problem, fix, null);
    }

    public BackingFailure(String problem, String fix, @Nullable Throwable cause) {
        super(problem, cause);
        this.fix = fix;
    }

    /** What the operator can do about it, one line. */
    public String fix() {
        return fix;
    }
}
