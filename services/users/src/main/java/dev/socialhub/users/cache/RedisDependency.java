package dev.socialhub.users.cache;

import dev.socialhub.shared.dependency.Dependency;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Redis, on the connection that the cache uses. */
@Singleton
final class RedisDependency implements Dependency {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final RedisConnection connection;

    RedisDependency(RedisConnection connection) {
        this.connection = connection;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public boolean answers() throws InterruptedException, ExecutionException, TimeoutException {
        var commands = connection.commands();
        return commands.isPresent()
                && commands.get()
                        .ping()
                        .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                        .equals("PONG");
    }
}
