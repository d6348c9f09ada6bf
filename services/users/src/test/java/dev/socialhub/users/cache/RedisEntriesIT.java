package dev.socialhub.users.cache;

import static org.awaitility.Awaitility.await;

import dev.socialhub.backing.testing.TestServers;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisEntriesIT extends EntriesContract {

    private RedisLine line;
    private RedisEntries entries;

    @BeforeAll
    void connect() {
        CacheConfiguration configuration =
                new CacheConfiguration(
                        URI.create(TestServers.shared().redisUrl()),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1));
        line = new RedisLine(configuration);
        await().until(() -> line.commands().isPresent());
        entries = new RedisEntries(line, configuration);
    }

    @AfterAll
    void close() {
        line.close();
    }

    @Override
    Entries entries() {
        return entries;
    }
}
