package dev.socialhub.contracts.event;

import org.jspecify.annotations.Nullable;

/** Bytes on the bus that can't be read as an event, however often they are retried. */
public final class MalformedEvent extends RuntimeException {

    public MalformedEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
