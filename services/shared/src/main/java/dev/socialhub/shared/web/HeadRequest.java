package dev.socialhub.shared.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;

/** A HEAD request on its way through a service: answered as a GET, whose body is not sent. */
final class HeadRequest extends DefaultHttpRequest {

    HeadRequest(io.netty.handler.codec.http.HttpRequest head) {
        super(head.protocolVersion(), HttpMethod.GET, head.uri(), head.headers());
    }

    static boolean isBehind(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                && netty.getNativeRequest() instanceof HeadRequest;
    }
}
