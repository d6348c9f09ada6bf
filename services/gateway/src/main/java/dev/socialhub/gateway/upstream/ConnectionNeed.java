package dev.socialhub.gateway.upstream;

import org.jspecify.annotations.Nullable;

/**
 * Which connection to a service a request needs.
 *
 * @param only the only instance that will do, since it holds the session; null for any
 * @param avoided an instance that has just failed the request; null when none has
 * @param isNew whether an idle connection won't do, since others may be as stale
 */
public record ConnectionNeed(
        Use use, @Nullable Instance only, @Nullable Instance avoided, boolean isNew) {

    /** What the connection is for; each use has a limit of its own. */
    public enum Use {
        /** An answer that the service gives at once. */
        SHORT,
        /** An answer that waits for an event: these must not use up the connections of the rest. */
        LONG,
        /** A WebSocket; such a connection is new, and is never used for another request. */
        UPGRADE
    }

    /** The need of a first attempt. */
    public static ConnectionNeed first(Use use, @Nullable Instance only) {
        return new ConnectionNeed(use, only, null, false);
    }

    /** The need of a second attempt. */
    public ConnectionNeed again(@Nullable Instance failed) {
        return new ConnectionNeed(use, only, failed, true);
    }

    boolean isMetBy(Instance instance) {
        return only == null || only == instance;
    }
}
