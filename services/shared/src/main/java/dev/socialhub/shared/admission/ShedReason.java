package dev.socialhub.shared.admission;

import java.util.Locale;

/** Why a request was refused without being worked on. */
enum ShedReason {
    /** The limit of concurrent requests is reached, and the queue is full. */
    LIMIT("There is too much to do at the moment."),
    /** Its turn came after the caller's deadline. */
    DEADLINE("There is too much to do to answer in time."),
    /** Its turn came after the caller's connection was closed. */
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
