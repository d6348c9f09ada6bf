package dev.socialhub.loadtest.probe.sql;

import dev.socialhub.loadtest.format.GeneratorArguments;
import dev.socialhub.loadtest.format.ProbePlanDocument.Database;
import dev.socialhub.loadtest.plan.ProbePlan;
import dev.socialhub.loadtest.probe.Cost;
import dev.socialhub.loadtest.probe.CpuTimes;
import dev.socialhub.loadtest.probe.Probe;
import dev.socialhub.loadtest.probe.ProbePace;
import dev.socialhub.loadtest.probe.ProbeSkipped;
import dev.socialhub.loadtest.run.StopHook;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A service's statements for one operation through one connection, on tables like its own. The CPU
 * is that of the thread that asks; beside it stands that of PostgreSQL's process for it.
 */
public final class SqlProbe implements Probe {

    private final SqlWork work;

    public SqlProbe(SqlWork work) {
        this.work = work;
    }

    @Override
    public String name() {
        return work.name();
    }

    @Override
    public Cost measure(ProbePlan plan) throws InterruptedException {
        Database database =
                plan.database(work.service())
                        .orElseThrow(() ->
                                new ProbeSkipped(
                                        "the database of "
                                                + work.service()
                                                + " is unknown: no platform runs on this machine"));
        AtomicBoolean stopped = new AtomicBoolean();
        CompletableFuture<Void> dropped = new CompletableFuture<>();
        Runnable stopAndWait =
                () -> {
                    stopped.set(true);
                    dropped.join();
                };
        try (StopHook _ = StopHook.run(stopAndWait);
                Connection connection = source(database).getConnection()) {
            try {
                return measure(connection, plan, stopped);
            } finally {
                clear(connection);
            }
        } catch (SQLException failure) {
            String message = String.valueOf(failure.getMessage());
            throw new ProbeSkipped(
                    "the database of %s: %s"
                            .formatted(work.service(), message.lines().findFirst().orElse(message)),
                    failure);
        } finally {
            dropped.complete(null);
        }
    }

    private Cost measure(Connection connection, ProbePlan plan, AtomicBoolean stopped)
            throws SQLException {
        ScratchSchema.make(connection, plan.run(), work);
        long pid = backend(connection);
        SqlWork.Turn turn = work.prepare(connection);
        int warm = run(turn, ProbePace.of(null, plan.warmUpSeconds()), 0, stopped).operations();
        long before = CpuTimes.of(List.of(pid));
        ProbePace pace = ProbePace.of(plan.rate(), plan.seconds());
        Measured done = run(turn, pace, warm, stopped);
        double seconds = pace.seconds();
        return new Cost(
                done.operations(), seconds, done.cpuNanos(), CpuTimes.of(List.of(pid)) - before);
    }

    private static Measured run(SqlWork.Turn turn, ProbePace pace, int from, AtomicBoolean stopped)
            throws SQLException {
        int done = 0;
        long nanos = 0;
        while (pace.next() && !stopped.get()) {
            long before = CpuTimes.ofThisThread();
            turn.execute(from + done);
            nanos += CpuTimes.ofThisThread() - before;
            done++;
        }
        return new Measured(done, nanos);
    }

    private static long backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void clear(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        ScratchSchema.drop(connection);
    }

    private static PGSimpleDataSource source(Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(database.url());
        source.setUser(database.user());
        source.setPassword(System.getenv(GeneratorArguments.passwordVariable(database.user())));
        source.setConnectTimeout(5);
        source.setSocketTimeout(60);
        source.setApplicationName("calibrate");
        return source;
    }

    private record Measured(int operations, long cpuNanos) {}
}
