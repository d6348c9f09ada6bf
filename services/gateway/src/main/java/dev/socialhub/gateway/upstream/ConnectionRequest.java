package dev.socialhub.gateway.upstream;

import org.jspecify.annotations.Nullable;

/**
 * A request that needs a connection to a service. It is called back on the event loop that asked,
 * once, and possibly before the asking call returns.
 */
public interface ConnectionRequest {

    /** The connection belongs to this seeker until the seeker releases it. */
    void obtained(UpstreamConnection connection);

    /**
     * No connection could be provided.
     *
     * @param instance the instance that could not be connected to; null if none was tried
     */
    void notObtained(Failure failure, @Nullable Instance instance);

    /** Whether it no longer needs a connection. */
    boolean isGone();

    /** Why there is no connection. */
    enum Failure {
        /** No instance of the service can be reached. */
        NO_INSTANCE,
        /** Too many requests are waiting already. */
        QUEUE_FULL,
        /** No connection became free in time. */
        WAITED_TOO_LONG,
        /** Connecting failed, so nothing was sent. */
        CONNECT_FAILED
    }
}
