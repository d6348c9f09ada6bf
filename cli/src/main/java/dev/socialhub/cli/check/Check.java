package dev.socialhub.cli.check;

import java.util.function.Supplier;

/** One condition for a platform to run, or to run well. */
public interface Check {
    /** Lower case with hyphens; stable, since scripts look for it. */
    String name();

    /** Runs it. Any exception counts as a failed check. */
    Finding examine();

    /** A check that needs no class of its own. */
    static Check of(String name, Supplier<Finding> examination) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Finding examine() {
                return examination.get();
            }
        };
    }
}
