package dev.socialhub.shared.input;

import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.QueryValueArgumentBinder;
import io.micronaut.http.bind.binders.RequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Takes {@code true} and {@code false} for a query parameter that is a boolean, and nothing else.
 * By default everything unknown is false, {@code ?unread=1} for one.
 */
@Singleton
final class BooleanParameterBinder extends QueryValueArgumentBinder<Boolean>
        implements TypedRequestArgumentBinder<Boolean> {

    BooleanParameterBinder(ConversionService conversions) {
        super(conversions);
    }

    @Override
    public Argument<Boolean> argumentType() {
        return Argument.of(boolean.class);
    }

    @Override
    public List<Class<?>> superTypes() {
        return List.of(Boolean.class);
    }

    @Override
    public RequestArgumentBinder<Boolean> createSpecific(Argument<Boolean> argument) {
        return this;
    }

    @Override
    public BindingResult<Boolean> bind(
            ArgumentConversionContext<Boolean> context, HttpRequest<?> request) {
        String name = getParameterName(context.getArgument());
        for (String value : request.getParameters().getAll(name)) {
            if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
                throw ProblemException.invalid(name, "must be true or false");
            }
        }
        return super.bind(context, request);
    }
}
