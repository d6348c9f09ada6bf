package dev.socialhub.chat.redis;

import dev.socialhub.shared.dependency.Dependency;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Redis, on the connection for commands. */
@Singleton
final class RedisConnectionsDependency implements Dependency {

    private final RedisConnections connection;

    RedisConnectionsDependency(RedisConnections connection) {
        this.connection = connection;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public boolean answers() throws Exception {
        return connection
                .commands()
                .orElseThrow()
                .ping()
                .await(RedisClientOptions.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
