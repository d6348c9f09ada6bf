package dev.socialhub.shared.testing;

import dev.socialhub.backing.testing.TestServers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The settings of a service that has nothing but the kit in it. */
public final class Settings {

    private Settings() {}

    /** Without a database. */
    public static Map<String, Object> plain(String kafkaBrokers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("micronaut.server.port", -1);
        settings.put("micronaut.application.name", "kit");
        settings.put("socialhub.identity.auth-urls", "http://127.0.0.1:1");
        settings.put("socialhub.kafka.brokers", kafkaBrokers);
        return settings;
    }

    /** With the kit's tables in this database. */
    public static Map<String, Object> with(String database, String kafkaBrokers) {
        TestServers servers = TestServers.shared();
        Map<String, Object> settings = plain(kafkaBrokers);
        settings.put("datasources.default.url", servers.jdbcUrl(database));
        settings.put("datasources.default.username", servers.databaseUser(database));
        settings.put("datasources.default.password", servers.databasePassword());
        settings.put("datasources.default.driver-class-name", "org.postgresql.Driver");
        settings.put("datasources.default.dialect", "POSTGRES");
        settings.put("datasources.default.maximum-pool-size", 20);
        settings.put("flyway.datasources.default.enabled", true);
        settings.put(
                "flyway.datasources.default.locations", "classpath:db/shared,classpath:db/test");
        settings.put("socialhub.outbox.topics", "USER");
        return settings;
    }

    public static String newDatabase() {
        return "kit_" + UUID.randomUUID().toString().replace("-", "");
    }
}
