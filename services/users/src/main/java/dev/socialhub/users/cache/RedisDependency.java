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

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RedisLine line;

    RedisDependency(RedisLine line) {
        this.line = line;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public boolean answers() throws InterruptedException, ExecutionException, TimeoutException {
        var commands = line.commands();
        return commands.isPresent()
                && commands.get()
                        .ping()
                        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .equals("PONG");
    }
}
