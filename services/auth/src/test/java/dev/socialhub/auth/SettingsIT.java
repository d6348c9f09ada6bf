package dev.socialhub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.socialhub.shared.testing.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SettingsIT {

    private static final String SESSION_DAYS =
            "select extract(day from expires_at - created_at)::int from session";

    @Test
    void comeFromTheEnvironment() {
        Map<String, Object> variables =
                Map.of(
                        "ACCESS_TOKEN_LIFE_TIME", "2m",
                        "SESSION_LIFE_TIME", "3d",
                        "DATABASE_POOL_SIZE", "3",
                        "ADMISSION_LONG_LIMIT", "7",
                        "HASHING_THREADS", "1",
                        "HASHING_QUEUE_PER_THREAD", "2");
        try (AuthServer auth =
                AuthServer.startWithEnvironment(AuthServer.newDatabase(), variables)) {
            Answer john = auth.signUp("johndoe");

            assertThat(john.at("expiresIn")).isEqualTo("120");
            assertThat(auth.query(SESSION_DAYS)).containsExactly("3");
            assertThat(poolSize(auth)).isEqualTo(3);
            assertThat(requestLimit(auth, "short")).isEqualTo(1);
            assertThat(requestLimit(auth, "long")).isEqualTo(7);
        }
    }

    @Test
    void haveDefaultsForAllButSecrets() {
        try (AuthServer auth =
                AuthServer.startWithEnvironment(AuthServer.newDatabase(), Map.of())) {
            Answer john = auth.signUp("johndoe");

            assertThat(john.at("expiresIn")).isEqualTo("900");
            assertThat(auth.query(SESSION_DAYS)).containsExactly("30");
            assertThat(poolSize(auth)).isEqualTo(10);
            assertThat(requestLimit(auth, "short")).isEqualTo(8);
            assertThat(requestLimit(auth, "long")).isEqualTo(64);
        }
    }

    private static double requestLimit(AuthServer auth, String kind) {
        return auth.bean(MeterRegistry.class)
                .get("requests.limit")
                .tag("kind", kind)
                .gauge()
                .value();
    }

    private static int poolSize(AuthServer auth) {
        DataSource source = auth.bean(DataSource.class);
        while (!(source instanceof HikariDataSource)) {
            source = ((DelegatingDataSource) source).getTargetDataSource();
        }
        return ((HikariDataSource) source).getMaximumPoolSize();
    }
}
