package dev.socialhub.shared.admission;

import java.util.Locale;

/** Why a request was refused without being worked on. */
enum ShedReason {
    /** As many are worked on as helps, and as many wait as will have their turn soon. */
    LIMIT("There is too much to do at the moment."),
    /** Its turn came when the caller waited no longer. */
    DEADLINE("There is too much to do to answer in time."),
    /** Its turn came when the caller's connection was closed. */
    GONE("The caller waits no longer."),
    /** No database connection became free for it. */
    POOL("There is too much to do at the moment.");

    private final String detail;

    ShedReason(String detail) {
        this.detail = detail;
    }

    String detail() {
        return detail;
    }

    /** The value of the meter's tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
