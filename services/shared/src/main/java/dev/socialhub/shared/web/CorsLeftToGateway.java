package dev.socialhub.shared.web;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.HttpServerConfiguration.CorsConfiguration;
import jakarta.inject.Singleton;

/**
 * The gateway decides which origins may call. The framework would decide a second time: it answers
 * 403, without a body, to each foreign origin that asks for a host which is called localhost.
 */
@Singleton
final class CorsLeftToGateway implements BeanCreatedEventListener<CorsConfiguration> {

    @Override
    public CorsConfiguration onCreated(BeanCreatedEvent<CorsConfiguration> event) {
        CorsConfiguration cors = event.getBean();
        cors.setLocalhostPassThrough(true);
        return cors;
    }
}
