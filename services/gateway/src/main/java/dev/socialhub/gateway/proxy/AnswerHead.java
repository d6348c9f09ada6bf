package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.admission.CorsPolicy;
import dev.socialhub.gateway.admission.HopByHop;
import dev.socialhub.gateway.answer.Answer;
import dev.socialhub.shared.web.RequestContext;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** Adapts the heads of answers to the request: its method, its version, its origin, its ids. */
record AnswerHead(
        boolean isToHead,
        boolean isToHttp10,
        String requestId,
        String traceresponse,
        @Nullable String allowedOrigin) {

    static AnswerHead to(
            HttpRequest request,
            String requestId,
            String traceresponse,
            @Nullable String allowedOrigin) {
        return new AnswerHead(
                request.method().equals(HttpMethod.HEAD),
                request.protocolVersion().equals(HttpVersion.HTTP_1_0),
                requestId,
                traceresponse,
                allowedOrigin);
    }

    /**
     * Sets the framing of a service's answer for the caller.
     *
     * @return whether the caller can tell where the answer ends without the connection being closed
     */
    boolean frame(HttpResponse head) {
        HttpHeaders headers = head.headers();
        HopByHop.strip(headers);
        int status = head.status().code();
        boolean hasBody = !isToHead && status != 204 && status != 304;
        boolean hasLength = headers.contains(HttpHeaderNames.CONTENT_LENGTH);
        if (!hasBody || isToHttp10) {
            // The encoder would end a chunked answer to HEAD with an empty chunk.
            headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
            return !hasBody || hasLength;
        }
        if (!hasLength) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        return true;
    }

    /** Sets the headers of a service's answer that switches to a WebSocket. */
    void switching(HttpResponse head) {
        HopByHop.strip(head.headers());
        mark(head, true);
        HopByHop.setUpgrade(head.headers());
    }

    /** The gateway's own answer, complete. */
    FullHttpResponse own(Answer answer) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.valueOf(answer.status()),
                        isToHead ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(answer.body()));
        HttpHeaders headers = response.headers();
        answer.headers().forEach(headers::set);
        if (!answer.contentType().isEmpty()) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, answer.contentType());
        }
        // A length would be that of the answer with a body (RFC 9110, 8.6).
        if (answer.status() != 204 && answer.status() != 304) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        }
        return response;
    }

    /** Sets the headers that every answer has, whether a service or the gateway gives it. */
    void mark(HttpResponse head, boolean keepAlive) {
        head.setProtocolVersion(HttpVersion.HTTP_1_1);
        HttpHeaders headers = head.headers();
        if (!keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (isToHttp10) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        headers.set(RequestContext.REQUEST_ID_HEADER, requestId);
        headers.set(RequestContext.TRACE_HEADER, traceresponse);
        CorsPolicy.mark(headers, allowedOrigin);
    }
}
