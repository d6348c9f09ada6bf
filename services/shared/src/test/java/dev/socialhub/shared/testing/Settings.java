package dev.socialhub.shared.testing;

import java.util.HashMap;
import java.util.Map;

/** The settings of a service that has nothing but the kit in it. */
public final class Settings {

    private Settings() {}

    /** Without a database. */
    public static Map<String, Object> plain(String kafkaBrokers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("micronaut.server.port", -1);
        settings.put("micronaut.application.name", "kit");
        settings.put("socialhub.identity.auth-urls", "http://127.0.0.1:1");
        settings.put("kafka.bootstrap.servers", kafkaBrokers);
        return settings;
    }

    /** With the kit's tables in this database. */
    public static Map<String, Object> with(String database, String kafkaBrokers) {
        Map<String, Object> settings = plain(kafkaBrokers);
        settings.putAll(new TestDatabase(database).settings());
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
        return TestDatabase.fresh("kit").name();
    }
}
