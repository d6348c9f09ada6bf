package dev.socialhub.e2e.survival;

import dev.socialhub.testkit.history.Operation;
import dev.socialhub.testkit.history.Operations;
import java.util.List;

/**
 * No client asked for anything that it may not have, and every token was valid: a refused client
 * got a wrong reason for a failure, or had lost what was promised to it.
 */
final class RefusalsCheck implements Check {

    private final Operations operations;

    RefusalsCheck(Operations operations) {
        this.operations = operations;
    }

    @Override
    public List<String> violations() {
        return operations.failed().stream().map(RefusalsCheck::described).toList();
    }

    private static String described(Operation operation) {
        return "refused: " + operation;
    }
}
