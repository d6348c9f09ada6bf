package dev.socialhub.cli.seed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.seed.rows.DataSet;
import dev.socialhub.cli.terminal.Table;
import dev.socialhub.contracts.seed.SharedPassword;
import java.util.List;
import java.util.Locale;

/**
 * The document of {@code seed}.
 *
 * @param rows how many were sent by this run
 * @param seconds how long sending them took
 * @param readModelSeconds how long counting and copying took afterwards
 * @param alreadyThere whether an earlier run has completed it
 * @param gateway where to log in
 */
@JsonPropertyOrder({
    "version",
    "seed",
    "until",
    "stages",
    "rows",
    "seconds",
    "rowsPerSecond",
    "readModelSeconds",
    "alreadyThere",
    "gateway",
    "password",
    "logins"
})
record SeedReport(
        int version,
        long seed,
        String until,
        List<StageResult> stages,
        long rows,
        double seconds,
        long rowsPerSecond,
        double readModelSeconds,
        boolean alreadyThere,
        String gateway,
        String password,
        List<DemoLogin> logins) {
    private static final int VERSION = 1;

    SeedReport {
        stages = List.copyOf(stages);
        logins = List.copyOf(logins);
    }

    /** The work of a run. */
    record Work(List<StageResult> stages, long rows, double seconds, double readModelSeconds) {}

    static SeedReport of(
            DataSet set, Work work, boolean alreadyThere, String gateway, List<DemoLogin> logins) {
        return new SeedReport(
                VERSION,
                set.number(),
                set.until().toString(),
                work.stages(),
                work.rows(),
                work.seconds(),
                Math.round(work.rows() / Math.max(1e-3, work.seconds())),
                work.readModelSeconds(),
                alreadyThere,
                gateway,
                SharedPassword.TEXT,
                logins);
    }

    String lines() {
        return table() + "\n" + summary() + "\n\n" + loginTable() + "\n" + curl() + "\n";
    }

    /** The result, in one line. */
    String summary() {
        return alreadyThere
                ? "The data exists already: nothing was added."
                : String.format(
                        Locale.ROOT,
                        "Sent %,d rows in %.1f s: %,d rows/s; counts and replicas took %.1f s.",
                        rows,
                        seconds,
                        rowsPerSecond,
                        readModelSeconds);
    }

    private String table() {
        Table table =
                new Table()
                        .text("KIND")
                        .text("SERVICE")
                        .number("ROWS")
                        .number("ADDED")
                        .number("LEFT OUT");
        for (StageResult stage : stages) {
            table.row(
                    stage.name(),
                    stage.service(),
                    "" + stage.rows(),
                    "" + stage.added(),
                    "" + stage.leftOut());
        }
        return table.render();
    }

    private String loginTable() {
        Table table = new Table().text("LOGIN").text("PASSWORD").text("ABOUT");
        logins.forEach(login -> table.row(login.username(), password, login.about()));
        return table.render();
    }

    private String curl() {
        return "curl -sS -X POST %s/api/v1/auth/login -H 'Content-Type: application/json' -d"
                        .formatted(gateway)
                + " '{\"identifier\":\"%s\",\"password\":\"%s\"}'"
                        .formatted(logins.getFirst().username(), password);
    }
}
