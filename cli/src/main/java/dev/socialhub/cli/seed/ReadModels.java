package dev.socialhub.cli.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.derived.Kind;
import dev.socialhub.cli.derived.Sum;
import dev.socialhub.cli.derived.Walk;
import dev.socialhub.cli.derived.WalkOptions;
import dev.socialhub.cli.target.Target;
import dev.socialhub.cli.terminal.Progress;
import java.util.List;

/**
 * Builds what services derive from the rows: counters of their own rows, and replicas of other
 * services' rows. The services themselves report which there are.
 */
final class ReadModels {
    private final Target target;
    private final Progress progress;

    ReadModels(Target target, Progress progress) {
        this.target = target;
        this.progress = progress;
    }

    /** Processes all of them; may run at any time, and repeatedly. */
    void makeAll() {
        make(Kind.COUNTER, "recount");
        make(Kind.PROJECTION, "rebuild");
    }

    private void make(Kind kind, String verb) {
        new Walk(kind, new WalkOptions(), List.of(), target)
                .sums(verb, verb + " --execute", _ -> Rows.NONE, progress);
    }

    /**
     * How many there are.
     *
     * @param different how many had to be created or corrected
     */
    private record Rows(long checked, long different) implements Sum<Rows> {
        static final Rows NONE = new Rows(0, 0);

        @Override
        public Rows plus(JsonNode page) {
            return new Rows(
                    checked + page.path("checked").asLong(),
                    different + page.path("mended").asLong());
        }
    }
}
