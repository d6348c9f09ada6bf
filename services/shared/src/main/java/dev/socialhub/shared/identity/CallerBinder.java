package dev.socialhub.shared.identity;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.SecurityFilter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands a controller its {@link Caller}. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {

    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    @Override
    public BindingResult<Caller> bind(
            ArgumentConversionContext<Caller> context, HttpRequest<?> source) {
        Optional<Caller> caller =
                source.getAttribute(SecurityFilter.AUTHENTICATION, Authentication.class)
                        .map(Authentication::getAttributes)
                        .map(attributes -> (Caller) attributes.get(AccessTokenValidator.CALLER));
        return () -> caller;
    }
}
