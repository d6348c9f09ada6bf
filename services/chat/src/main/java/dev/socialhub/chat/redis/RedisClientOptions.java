package dev.socialhub.chat.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Makes commands fail at once where they would wait for an unavailable Redis. Connections are made
 * anew by their owners, which have to know when: the library would wait longer each time.
 */
@Singleton
final class RedisClientOptions implements BeanCreatedEventListener<RedisClient> {

    static final Duration TIMEOUT = Duration.ofSeconds(2);

    /**
     * Commands that may wait for an unresponsive Redis, before further ones are refused at once.
     */
    private static final int MAX_QUEUED_COMMANDS = 10_000;

    @Override
    public RedisClient onCreated(BeanCreatedEvent<RedisClient> event) {
        RedisClient client = event.getBean();
        client.setOptions(
                ClientOptions.builder()
                        .autoReconnect(false)
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .requestQueueSize(MAX_QUEUED_COMMANDS)
                        .socketOptions(SocketOptions.builder().connectTimeout(TIMEOUT).build())
                        .build());
        return client;
    }
}
