package dev.socialhub.cli.seed;

import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.seed.rows.DataSet;
import dev.socialhub.cli.seed.rows.DataSetSizes;
import dev.socialhub.cli.seed.rows.GraphFile;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.TypedTime;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data set that an operator asks for.
 *
 * @param number which of all data sets of these sizes
 * @param graph the follow graph from a file; null for a generated graph
 * @param until the latest time of any row, as it was typed; null for the usual one
 */
record SeedOptions(
        long number, DataSetSizes sizes, @Nullable GraphFile graph, @Nullable String until) {
    /** Not the current time: the same number must produce the same rows on any day. */
    static final Instant DEFAULT_END = Instant.parse("2025-11-01T00:00:00Z");

    private static final Instant EARLIEST_END = Instant.parse("2000-01-01T00:00:00Z");

    /** A profile with its default sizes. */
    static SeedOptions of(SeedProfile profile) {
        return new SeedOptions(1, profile.sizes(), null, null);
    }

    /**
     * The checkpoint of an earlier run with the same options, or a new one. An end that was given
     * as an age is replaced by the one that the earlier run began with.
     */
    Checkpoint checkpoint(Target target, Clock clock) {
        Path file = target.toolState().resolve("seed-" + name() + ".json");
        return Checkpoint.find(file).orElseGet(() -> Checkpoint.fresh(file, end(clock)));
    }

    /** The data set, which determines every row, once the end is known. */
    DataSet dataSet(Instant end) {
        return new DataSet(number, sizes, end, graph);
    }

    private String name() {
        String fingerprint = dataSet(Instant.EPOCH).fingerprint().substring(0, 16);
        return until == null
                ? fingerprint
                : fingerprint + "-" + until.replaceAll("[^A-Za-z0-9.-]", "_");
    }

    private Instant end(Clock clock) {
        if (until == null) {
            return DEFAULT_END;
        }
        Instant end = TypedTime.parse(until, clock);
        if (end.isAfter(clock.instant()) || end.isBefore(EARLIEST_END)) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "--until " + Printable.line(until) + " is out of range",
                    "give a past time after the year 1999");
        }
        return end;
    }
}
