package dev.socialhub.shared.idempotency;

import dev.socialhub.shared.identity.Caller;
import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs {@link Idempotent} methods by {@link Idempotency}. */
@InterceptorBean(Idempotent.class)
@Requires(beans = Idempotency.class)
final class AnswerOnce implements MethodInterceptor<Object, Object> {

    private static final String NO_BODY = "";

    private final Idempotency idempotency;

    AnswerOnce(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Override
    public Object intercept(MethodInvocationContext<Object, Object> call) {
        HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
        Caller caller = (Caller) value(call, one -> one.getType() == Caller.class).orElseThrow();
        Object body = value(call, one -> one.isAnnotationPresent(Body.class)).orElse(NO_BODY);
        return idempotency.once(caller, request, body, () -> (HttpResponse<?>) call.proceed());
    }

    private static Optional<Object> value(
            MethodInvocationContext<Object, Object> call, Predicate<Argument<?>> parameter) {
        Argument<?>[] parameters = call.getArguments();
        for (int i = 0; i < parameters.length; i++) {
            if (parameter.test(parameters[i])) {
                return Optional.ofNullable(call.getParameterValues()[i]);
            }
        }
        return Optional.empty();
    }

    /**
     * After a place has been taken and the body is valid: a waiting request needs no connection.
     */
    @Override
    public int getOrder() {
        return InterceptPhase.TRANSACTION.getPosition();
    }
}
