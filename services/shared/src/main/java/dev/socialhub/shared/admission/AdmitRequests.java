package dev.socialhub.shared.admission;

import dev.socialhub.shared.problem.TransientDatabaseErrors;
import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.netty.NettyHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Admits each request just before its work begins, on the thread that will do the work. A request
 * whose caller no longer waits is dropped before it reaches the database.
 */
@InterceptorBean(Admitted.class)
@Requires(property = AdmissionConfiguration.ENABLED, value = StringUtils.TRUE)
final class AdmitRequests implements MethodInterceptor<Object, Object> {

    private final RequestLimiters limiters;
    private final ShedRequests shed;

    AdmitRequests(RequestLimiters limiters, ShedRequests shed) {
        this.limiters = limiters;
        this.shed = shed;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
        RequestLimiter limiter = limiters.of(call);
        HttpRequest<?> request = ServerRequestContext.currentRequest().orElse(null);
        if (limiter == null || request == null || !isRoute(call)) {
            return call.proceed();
        }
        long now = System.nanoTime();
        if (!limiter.enter(now, Deadline.left(request, now))) {
            ShedReason reason = refusalReason(request, System.nanoTime());
            throw shed.refuse(reason == null ? ShedReason.LIMIT : reason);
        }
        long begun = System.nanoTime();
        ShedReason refusalReason = refusalReason(request, begun);
        if (refusalReason != null) {
            limiter.leave();
            throw shed.refuse(refusalReason);
        }
        try {
            return call.proceed();
        } catch (Exception e) {
            if (TransientDatabaseErrors.isPoolUsedUp(e)) {
                throw shed.refuse(ShedReason.POOL, e);
            }
            throw e;
        } finally {
            limiter.leave(begun, System.nanoTime());
        }
    }

    /** A method that the controller itself calls is part of a request that has been admitted. */
    private static boolean isRoute(MethodInvocationContext<Object, Object> call) {
        return call.hasStereotype(HttpMethodMapping.class);
    }

    /** Before any transaction begins: a request that waits for its turn needs no connection. */
    @Override
    public int getOrder() {
        return InterceptPhase.VALIDATE.getPosition() + 1;
    }

    /** The reason why no caller waits for the answer any more, or null. */
    private static @Nullable ShedReason refusalReason(HttpRequest<?> request, long nowNanos) {
        if (Deadline.left(request, nowNanos) <= 0) {
            return ShedReason.DEADLINE;
        }
        return isDisconnected(request) ? ShedReason.GONE : null;
    }

    private static boolean isDisconnected(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> received
                && !received.getChannelHandlerContext().channel().isActive();
    }
}
