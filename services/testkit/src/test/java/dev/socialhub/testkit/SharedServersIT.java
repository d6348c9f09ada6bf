package dev.socialhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import dev.socialhub.backing.wire.Ping;
import java.net.URI;
import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class SharedServersIT {
    private final TestServers servers = TestServers.shared();

    @Test
    void givesEachNameADatabaseThatItsOwnRoleOwns() throws Exception {
        for (var database : new String[] {"first_it", "second_it", "first_it"}) {
            try (var connection =
                            DriverManager.getConnection(
                                    servers.jdbcUrl(database),
                                    servers.databaseUser(database),
                                    servers.databasePassword());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS mine (id int)");
                statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            }
        }
    }

    @Test
    void servesRedisKafkaAndMongodb() throws Exception {
        assertThat(Ping.redis(URI.create(servers.redisUrl()).getPort())).isTrue();
        try (var admin =
                Admin.create(Map.<String, Object>of("bootstrap.servers", servers.kafkaBrokers()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
        try (var client = MongoClients.create(servers.mongodbUrl("it"))) {
            assertThat(client.listDatabaseNames()).isNotNull();
        }
    }

    @Test
    void isTheSameSetForAllTestsOfABuild() {
        assertThat(TestServers.shared()).isSameAs(servers);
    }
}
