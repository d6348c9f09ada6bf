package dev.socialhub.shared.identity;

import dev.socialhub.shared.log.LogFields;
import dev.socialhub.shared.web.RequestContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.SecurityFilter;

/** Puts the caller's id beside the request's in every log line that follows. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class LogUser implements Ordered {

    @RequestFilter
    void name(HttpRequest<?> request, MutablePropagatedContext context) {
        request.getAttribute(SecurityFilter.AUTHENTICATION, Authentication.class)
                .ifPresent(caller ->
                        context.add(LogFields.of(RequestContext.USER_ID, caller.getName())));
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
