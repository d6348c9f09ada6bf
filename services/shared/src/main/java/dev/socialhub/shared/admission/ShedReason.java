package dev.socialhub.shared.admission;

import java.util.Locale;

/** Why a request was refused without being worked on. */
enum ShedReason {
    /** The limit of concurrent requests is reached, and the queue is full. */
    LIMIT("The service is overloaded at the moment."),
    /** Its turn came after the caller's deadline. */
    DEADLINE("The service is overloaded and can't answer in time."),
    /** Its turn came after the caller's connection was closed. */
    GONE("The caller no longer waits for the answer."),
    /** No database connection became free for it. */
    POOL("The service is overloaded at the moment.");

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
