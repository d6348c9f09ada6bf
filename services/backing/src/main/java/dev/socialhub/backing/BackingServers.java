package dev.socialhub.backing;

import dev.socialhub.backing.kafka.KafkaServer;
import dev.socialhub.backing.mongodb.MongodbServer;
import dev.socialhub.backing.postgres.PostgresServer;
import dev.socialhub.backing.redis.RedisServer;
import java.util.List;

/** The servers that every SocialHub needs. */
public final class BackingServers {
    private BackingServers() {}

    /**
     * PostgreSQL, Redis, Kafka and the MongoDB-protocol server, in that order; nothing is started.
     *
     * @param postgresPassword of the superuser {@code postgres}; used when the data folder is made
     */
    public static List<BackingServer> all(
            BackingLayout layout, BackingPorts ports, String postgresPassword) {
        return List.of(
                new PostgresServer(layout, ports.postgres(), postgresPassword),
                new RedisServer(layout, ports.redis()),
                new KafkaServer(layout, ports.kafka(), ports.kafkaController()),
                new MongodbServer(layout, ports.mongodb()));
    }
}
