package dev.socialhub.mongo;

import io.micronaut.configuration.mongo.core.DefaultMongoConfiguration;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sets what the module's own settings can't reach: by default a silent server is waited for for
 * ever.
 */
@Singleton
final class MongoTimeouts implements BeanCreatedEventListener<DefaultMongoConfiguration> {

    private final int connectMillis;
    private final int answerMillis;

    MongoTimeouts(
            @Value("${socialhub.mongodb.connect-timeout}") Duration connect,
            @Value("${socialhub.mongodb.answer-timeout}") Duration answer) {
        this.connectMillis = Math.toIntExact(connect.toMillis());
        this.answerMillis = Math.toIntExact(answer.toMillis());
    }

    @Override
    public DefaultMongoConfiguration onCreated(BeanCreatedEvent<DefaultMongoConfiguration> event) {
        DefaultMongoConfiguration configuration = event.getBean();
        configuration
                .getSocketSettings()
                .connectTimeout(connectMillis, TimeUnit.MILLISECONDS)
                .readTimeout(answerMillis, TimeUnit.MILLISECONDS);
        return configuration;
    }
}
