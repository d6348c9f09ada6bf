package dev.socialhub.cli.verify;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import java.util.List;
import java.util.function.Supplier;

/**
 * A check and the checks that have to succeed before it makes sense.
 *
 * @param needs names of checks; if one of them failed, this one is skipped
 * @param always whether it only waits for those, and is run whatever their result
 */
record Step(Check check, List<String> needs, boolean always) {
    Step {
        needs = List.copyOf(needs);
    }

    static Step of(Check check, String... needs) {
        return new Step(check, List.of(needs), false);
    }

    static Step of(String name, Supplier<Finding> examination, String... needs) {
        return of(Check.of(name, examination), needs);
    }

    static Step finallyAfter(String name, Supplier<Finding> examination, String after) {
        return new Step(Check.of(name, examination), List.of(after), true);
    }

    String name() {
        return check.name();
    }
}
