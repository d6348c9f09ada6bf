package dev.socialhub.shared.web;

import dev.socialhub.shared.ids.Ids;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;
import org.slf4j.MDC;

/** Gives each request its id and trace before anything else sees it. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestContextFilter {

    private final Ids ids;

    RequestContextFilter(Ids ids) {
        this.ids = ids;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        String offered = request.getHeaders().get(RequestContext.REQUEST_ID_HEADER);
        String requestId =
                RequestContext.isSafeRequestId(offered) ? offered : ids.next().toString();
        String traceId =
                Traceparent.traceId(request.getHeaders().get(RequestContext.TRACEPARENT_HEADER));
        if (traceId == null) {
            traceId = Traceparent.newTraceId();
        }
        request.setAttribute(RequestContext.REQUEST_ID, requestId);
        Map<String, String> logged =
                Map.of(RequestContext.REQUEST_ID, requestId, RequestContext.TRACE_ID, traceId);
        MDC.setContextMap(logged);
        context.add(new MdcPropagationContext(logged));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String requestId = RequestContext.requestId(request);
        if (requestId != null) {
            response.header(RequestContext.REQUEST_ID_HEADER, requestId);
        }
    }
}
