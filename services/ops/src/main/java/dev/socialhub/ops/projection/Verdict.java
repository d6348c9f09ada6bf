package dev.socialhub.ops.projection;

import java.util.Locale;

/** How a row of a copy can differ from its owner's. */
public enum Verdict {
    /** The owner has it, the copy hasn't. */
    MISSING,
    /** The copy has an older version. */
    BEHIND,
    /** The copy has a version that the owner never made, or other content under the same one. */
    WRONG,
    /** The copy has what the owner hasn't. */
    SURPLUS;

    /** Whether it can be that an event is merely on its way. */
    boolean mayPass() {
        return this != WRONG;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
