package dev.socialhub.shared.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.shared.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against the real driver, which chooses how a value is sent. */
class SqlStatementIT {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        TestDatabase database = TestDatabase.fresh("statements");
        connection =
                DriverManager.getConnection(database.url(), database.user(), database.password());
        on("create temporary table note (id uuid primary key, text text, at timestamptz)").update();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void sendsAndReadsValuesOfEachKind() throws SQLException {
        UUID id = UUID.randomUUID();
        Object[] values = {id, "text", 1, 2L, true, NOW, new byte[] {1, 2}, 0.5};
        String row =
                on("select ?, ?, ?, ?, ?, ?, ?, ?", values)
                        .only(one ->
                                one.uuid(1)
                                        + one.text(2)
                                        + one.integer(3)
                                        + one.number(4)
                                        + one.flag(5)
                                        + one.time(6)
                                        + one.bytes(7).length
                                        + one.decimal(8));
        assertThat(row).isEqualTo(id + "text" + 1 + 2 + true + NOW + 2 + 0.5);
    }

    @Test
    void sendsArraysAndReadsThem() throws SQLException {
        assertThat(
                        on(
                                        "select n from unnest(?::int[]) n",
                                        SqlStatement.array("int", List.of(3, 1)))
                                .list(row -> row.integer(1)))
                .containsExactly(3, 1);
        List<String> texts =
                on("select ?::text[]", SqlStatement.array("text", List.of("a", "b")))
                        .only(row -> row.texts(1));
        assertThat(texts).containsExactly("a", "b");
    }

    @Test
    void keepsWhatIsMissing() throws SQLException {
        UUID id = UUID.randomUUID();
        String add = "insert into note (id, text) values (?, ?) on conflict do nothing";
        assertThat(on(add, id, null).updateOne()).isTrue();
        assertThat(on(add, id, null).updateOne()).isFalse();
        List<Object> read = new ArrayList<>();
        on("select text, at, null::float8 from note where id = ?", id)
                .forEach(row -> {
                    assertThat(row.textOrNull(1)).isNull();
                    assertThat(row.timeOrNull(2)).isNull();
                    assertThat(row.decimalOrNull(3)).isNull();
                    read.add(row);
                });
        assertThat(read).hasSize(1);
    }

    @Test
    void findsTheFirstRowOrNone() throws SQLException {
        assertThat(on("select n from generate_series(1, 3) n").first(row -> row.integer(1)))
                .contains(1);
        assertThat(on("select 1 where false").first(row -> row.integer(1))).isEmpty();
        assertThatThrownBy(() -> on("select 1 where false").only(row -> row.integer(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsTheSecondOfTwoStatements() throws SQLException {
        int second =
                on("select pg_advisory_xact_lock(?); select ?::int", 7L, 8)
                        .onlyOfSecond(row -> row.integer(1));
        assertThat(second).isEqualTo(8);
    }

    @Test
    void countsTheRowsOfAQueryThatIsRunForItsEffect() throws SQLException {
        assertThat(on("select pg_advisory_xact_lock(n) from generate_series(1, 3) n").run())
                .isEqualTo(3);
    }

    private static SqlStatement on(String sql, @Nullable Object... parameters) {
        return SqlStatement.on(connection, sql, parameters);
    }
}
