package dev.socialhub.ops.checksum.table;

import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.ops.checksum.Checksum;
import dev.socialhub.ops.checksum.Checksums;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;

/**
 * Every table in the service's schema, whichever program created it, except the tables that are no
 * part of its state.
 */
@Singleton
@Requires(property = OpsEndpoint.ENABLED, value = StringUtils.TRUE)
final class TableChecksumRepository implements Checksums {

    /** Pending events, claims and stored answers: such rows come and go by themselves. */
    private static final Set<String> BOOKKEEPING = Set.of("outbox", "inbox", "idempotency");

    /**
     * All tables are read as of one moment, and written as text in one way, whatever the server's
     * and the user's settings are.
     */
    private static final List<String> ONE_WAY =
            List.of(
                    "set transaction isolation level repeatable read",
                    "set local timezone = 'UTC'",
                    "set local datestyle = 'ISO, YMD'",
                    "set local intervalstyle = 'postgres'",
                    "set local bytea_output = 'hex'",
                    "set local extra_float_digits = 1");

    /** Columns by name: where they stand in the row depends on which migrations came first. */
    private static final String TABLES =
            "select c.relname, format('select row(%s)::text as line from %I',"
                    + " string_agg(quote_ident(a.attname), ', ' order by a.attname), c.relname)"
                    + " from pg_class c join pg_attribute a on a.attrelid = c.oid"
                    + " where c.relnamespace = current_schema()::regnamespace"
                    + " and c.relkind in ('r', 'p') and not c.relispartition"
                    + " and a.attnum > 0 and not a.attisdropped group by c.relname";

    private static final String SEEN = "select t::text as line from (%s) t";

    private static final String DIGEST =
            "select count(*), coalesce(sum(hashtextextended(line, 0)), 0) from (%s) lines";

    private final TransactionOperations<Connection> transactions;
    private final Flyway flyway;
    private final ChecksumConfiguration configuration;
    private final List<SubstituteRows> seen;

    TableChecksumRepository(
            TransactionOperations<Connection> transactions,
            Flyway flyway,
            ChecksumConfiguration configuration,
            List<SubstituteRows> seen) {
        this.transactions = transactions;
        this.flyway = flyway;
        this.configuration = configuration;
        this.seen = seen;
    }

    @Override
    public List<Checksum> take() {
        return transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            for (String sql : ONE_WAY) {
                SqlStatement.on(connection, sql).execute();
            }
            List<Checksum> checksums = new ArrayList<>();
            for (Map.Entry<String, String> part : queries(connection).entrySet()) {
                checksums.add(digest(connection, part.getKey(), part.getValue()));
            }
            checksums.sort(Comparator.comparing(Checksum::name));
            return checksums;
        });
    }

    /** What each part of the state is read with, by its name. */
    private Map<String, String> queries(Connection connection) throws SQLException {
        Map<String, String> queries = new TreeMap<>();
        SqlStatement.on(connection, TABLES).forEach(row -> queries.put(row.text(1), row.text(2)));
        queries.keySet().removeAll(BOOKKEEPING);
        queries.remove(flyway.getConfiguration().getTable());
        queries.keySet().removeAll(configuration.without());
        for (SubstituteRows rows : seen) {
            queries.keySet().removeAll(rows.tables());
            queries.put(rows.name(), SEEN.formatted(rows.query()));
        }
        return queries;
    }

    private static Checksum digest(Connection connection, String name, String query)
            throws SQLException {
        return SqlStatement.on(connection, DIGEST.formatted(query))
                .only(row -> Checksum.of(name, row.number(1), new BigInteger(row.text(2))));
    }
}
