package dev.socialhub.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.backing.wire.Ping;
import dev.socialhub.testkit.TestServers;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Real servers behind a line that breaks. */
class FaultyLineIT {
    private final TestServers servers = TestServers.shared();

    @Test
    void redisAnswersOnlyWhileTheLineCarries() {
        try (var proxy = TcpProxy.before(URI.create(servers.redisUrl()).getPort())) {
            assertThat(Ping.redis(proxy.port())).isTrue();
            proxy.blackHole();
            assertThat(Ping.redis(proxy.port())).isFalse();
            proxy.heal();
            assertThat(Ping.redis(proxy.port())).isTrue();
            proxy.cut();
            assertThat(Ping.redis(proxy.port())).isFalse();
            assertThat(proxy.connections()).isEqualTo(3);
        }
    }

    @Test
    void postgresqlsConnectionOutlivesASilenceButNotACut() throws SQLException {
        var direct = URI.create(servers.jdbcUrl("faulty_line_it").substring("jdbc:".length()));
        try (var proxy = TcpProxy.before(direct.getPort());
                var database = connect(proxy, direct.getPath())) {
            assertThat(database.isValid(5)).isTrue();
            proxy.delay(Duration.ofMillis(20));
            assertThat(database.isValid(5)).isTrue();
            proxy.blackHole();
            var held = CompletableFuture.supplyAsync(() -> isValid(database));
            assertThat(Ping.postgres(proxy.port())).isFalse();
            assertThat(held).isNotDone();
            proxy.heal();
            assertThat(held.join()).isTrue();
            proxy.cut();
            assertThat(isValid(database)).isFalse();
            assertThatThrownBy(() -> connect(proxy, direct.getPath()))
                    .isInstanceOf(SQLException.class);
        }
    }

    private Connection connect(TcpProxy proxy, String path) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + proxy.port() + path,
                servers.databaseUser("faulty_line_it"),
                servers.databasePassword());
    }

    private static boolean isValid(Connection database) {
        try {
            // Longer than anything here is held up.
            return database.isValid(30);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
