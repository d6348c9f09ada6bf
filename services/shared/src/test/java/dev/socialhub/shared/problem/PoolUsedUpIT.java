package dev.socialhub.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.socialhub.shared.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Compares what the real pool reports with what we expect it to report. */
class PoolUsedUpIT {

    @Test
    void isLoadWhenAllConnectionsAreInUse() throws SQLException {
        try (HikariDataSource pool = pool(TestDatabase.fresh("kit"));
                Connection first = pool.getConnection();
                Connection second = pool.getConnection()) {
            Throwable error = catchThrowable(pool::getConnection);

            assertThat(TransientDatabaseErrors.isPoolUsedUp(new IllegalStateException(error)))
                    .isTrue();
            assertThat(TransientDatabaseErrors.isBehind(error)).isTrue();
            assertThat(first.isClosed() || second.isClosed()).isFalse();
        }
    }

    @Test
    void isNoLoadWhenTheDatabaseIsAway() throws SQLException {
        TestDatabase database = TestDatabase.fresh("kit");
        try (HikariDataSource pool = pool(database)) {
            pool.getConnection().close();
            database.allowConnections(false);
            // The pool takes a connection that was used a moment ago for a good one.
            pool.getHikariPoolMXBean().softEvictConnections();

            Throwable error = catchThrowable(pool::getConnection);

            assertThat(TransientDatabaseErrors.isPoolUsedUp(error)).isFalse();
            assertThat(TransientDatabaseErrors.isBehind(error)).isTrue();
        }
    }

    @Test
    void isNoOtherError() {
        assertThat(TransientDatabaseErrors.isPoolUsedUp(null)).isFalse();
        assertThat(
                        TransientDatabaseErrors.isPoolUsedUp(
                                new SQLException("(total=1, active=1, idle=0)")))
                .isFalse();
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(500);
        return new HikariDataSource(config);
    }
}
