package dev.socialhub.users.cache;

import static org.awaitility.Awaitility.await;

import dev.socialhub.testkit.TestServers;
import io.lettuce.core.RedisClient;
import io.micronaut.configuration.lettuce.DefaultRedisConfiguration;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisEntriesIT extends EntriesContract {

    private RedisConnection connection;
    private RedisEntries entries;

    @BeforeAll
    void connect() {
        DefaultRedisConfiguration address = new DefaultRedisConfiguration();
        address.setUri(URI.create(TestServers.shared().redisUrl()));
        connection = new RedisConnection(RedisClient.create(), address);
        await().until(() -> connection.commands().isPresent());
        entries =
                new RedisEntries(
                        connection,
                        new CacheConfiguration(Duration.ofSeconds(5), Duration.ofMinutes(1)));
    }

    @AfterAll
    void close() {
        connection.close();
    }

    @Override
    UserEntries entries() {
        return entries;
    }
}
