package dev.socialhub.gateway.upstream;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who needs a connection to a service. Called back on the event loop that asked, once, and
 * maybe before the asking returns.
 */
public interface ConnectionSeeker {

    /** The connection is this seeker's until it hands it back. */
    void obtained(UpstreamConnection connection);

    /**
     * There is no connection for it.
     *
     * @param instance the instance that could not be connected to; null if none was tried
     */
    void notObtained(Failure failure, @Nullable Instance instance);

    /** Whether it has lost interest while waiting. */
    boolean isGone();

    /** Why there is no connection. */
    enum Failure {
        /** No instance of the service can be reached. */
        NO_INSTANCE,
        /** Too many requests wait already. */
        QUEUE_FULL,
        /** No connection came free in time. */
        WAITED_TOO_LONG,
        /** Connecting failed, so nothing was sent. */
        CONNECT_FAILED
    }
}
