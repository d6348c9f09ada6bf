package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.stream.StreamPlace;
import dev.socialhub.gateway.upstream.ConnectionNeed;
import dev.socialhub.gateway.upstream.Upstream;
import org.jspecify.annotations.Nullable;

/**
 * How a request is sent to its service.
 *
 * @param isRepeatable whether it does no harm if the service receives the request twice
 * @param place the place that the request takes as a stream; null when it is none
 */
record CallTerms(
        Upstream upstream,
        ConnectionNeed need,
        PendingAnswer pendingAnswer,
        boolean isRepeatable,
        @Nullable StreamPlace place) {}
