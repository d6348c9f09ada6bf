package dev.socialhub.shared.web;

import io.netty.handler.codec.DecoderException;

/** A request whose length two readers could read differently. */
public final class AmbiguousLengthException extends DecoderException {

    AmbiguousLengthException(String message) {
        super(message);
    }

    /** None: any caller can cause it, as often as it likes. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
