package dev.socialhub.shared.identity;

import dev.socialhub.shared.web.RequestContext;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.SecurityFilter;
import org.slf4j.MDC;

/** Puts the caller's id beside the request's in every log line that follows. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class LogUser implements Ordered {

    @RequestFilter
    void name(HttpRequest<?> request, MutablePropagatedContext context) {
        request.getAttribute(SecurityFilter.AUTHENTICATION, Authentication.class)
                .ifPresent(authentication -> {
                    MDC.put(RequestContext.USER_ID, authentication.getName());
                    context.add(new MdcPropagationContext(MDC.getCopyOfContextMap()));
                });
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
