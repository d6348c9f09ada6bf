package dev.socialhub.contracts.event;

import org.jspecify.annotations.Nullable;

/** Bytes on the bus that no retry will turn into an event. */
public final class MalformedEvent extends RuntimeException {

    public MalformedEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
