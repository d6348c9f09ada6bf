package dev.socialhub.cli.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.derived.DerivedDataKind;
import dev.socialhub.cli.derived.PageTotals;
import dev.socialhub.cli.derived.Walk;
import dev.socialhub.cli.derived.WalkOptions;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.util.List;

/**
 * Builds what services derive from the rows: counters of their own rows, and replicas of other
 * services' rows. The services themselves report which there are.
 */
final class ReadModels {
    private final Target target;
    private final ProgressDisplay progress;

    ReadModels(Target target, ProgressDisplay progress) {
        this.target = target;
        this.progress = progress;
    }

    /** Processes all of them; may run at any time, and repeatedly. */
    void makeAll() {
        make(DerivedDataKind.COUNTER, "recount");
        make(DerivedDataKind.PROJECTION, "rebuild");
    }

    private void make(DerivedDataKind kind, String verb) {
        new Walk(kind, new WalkOptions(), List.of(), target)
                .sums(verb, verb + " --execute", _ -> Rows.NONE, progress);
    }

    /**
     * How many there are.
     *
     * @param different how many had to be created or corrected
     */
    private record Rows(long checked, long different) implements PageTotals<Rows> {
        static final Rows NONE = new Rows(0, 0);

        @Override
        public Rows plus(JsonNode page) {
            return new Rows(
                    checked + page.path("checked").asLong(),
                    different + page.path("mended").asLong());
        }
    }
}
