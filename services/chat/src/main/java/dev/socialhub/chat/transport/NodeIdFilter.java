package dev.socialhub.chat.transport;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells the gateway, which asks for readiness anyway, how this instance is named. */
@ServerFilter("/health/readiness")
final class NodeIdFilter {

    static final String HEADER = "X-Node-Id";

    private final NodeId node;

    NodeIdFilter(NodeId node) {
        this.node = node;
    }

    @ResponseFilter
    void name(MutableHttpResponse<?> response) {
        response.header(HEADER, node.toString());
    }
}
