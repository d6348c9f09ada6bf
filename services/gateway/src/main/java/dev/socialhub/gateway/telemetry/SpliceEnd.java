package dev.socialhub.gateway.telemetry;

import java.util.Locale;

/** Why a splice was closed. */
public enum SpliceEnd {
    /** The client closed or lost its connection. */
    CLIENT,
    /** The service closed or lost its connection. */
    SERVICE,
    /** No byte passed for too long. */
    IDLE,
    /** It was open for as long as is allowed. */
    EXPIRED,
    /** Its instance leaves. */
    LEAVING,
    /** The gateway shuts down. */
    SHUTDOWN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
