package dev.socialhub.shared.web;

import dev.socialhub.shared.ids.Ids;
import dev.socialhub.shared.log.LogFields;
import dev.socialhub.shared.trace.Span;
import dev.socialhub.shared.trace.SpanKind;
import dev.socialhub.shared.trace.Spans;
import dev.socialhub.shared.trace.TraceContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Gives each request its id and its place in a trace before anything else sees it. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestContextFilter {

    private static final String SPAN = "span";

    private final Ids ids;
    private final Spans spans;

    RequestContextFilter(Ids ids, Spans spans) {
        this.ids = ids;
        this.spans = spans;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        String requestId =
                RequestContext.safeRequestId(
                        request.getHeaders().get(RequestContext.REQUEST_ID_HEADER), ids::next);
        TraceContext trace = traceOf(request);
        request.setAttribute(RequestContext.REQUEST_ID, requestId);
        request.setAttribute(TraceContext.HEADER, trace);
        if (HeadRequest.isBehind(request)) {
            request.setAttribute(RequestContext.HEAD, true);
        }
        context.add(trace);
        context.add(LogFields.of(RequestContext.REQUEST_ID, requestId));
    }

    /**
     * Requests through the gateway carry their trace. Requests without one come from a machine
     * every few seconds, and would fill a collector with health checks.
     */
    private TraceContext traceOf(HttpRequest<?> request) {
        TraceContext parent = TraceContext.parse(request.getHeaders().get(TraceContext.HEADER));
        if (parent == null) {
            return TraceContext.begin();
        }
        String method = request.getMethodName();
        Span span =
                spans.begin(SpanKind.SERVER, method, parent).with("http.request.method", method);
        request.setAttribute(SPAN, span);
        return span.context();
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String requestId = RequestContext.requestId(request);
        TraceContext trace = RequestContext.trace(request);
        if (requestId != null && trace != null) {
            response.header(RequestContext.REQUEST_ID_HEADER, requestId);
            response.header(RequestContext.TRACE_HEADER, trace.traceparent());
        }
        request.getAttribute(SPAN, Span.class).ifPresent(span -> end(span, request, response));
    }

    private static void end(Span span, HttpRequest<?> request, MutableHttpResponse<?> response) {
        BasicHttpAttributes.getUriTemplate(request)
                .ifPresent(route ->
                        span.named(request.getMethodName() + " " + route)
                                .with("http.route", route));
        span.with("http.response.status_code", response.code());
        if (response.code() >= 500) {
            span.failed(Integer.toString(response.code()));
        }
        span.end();
    }
}
