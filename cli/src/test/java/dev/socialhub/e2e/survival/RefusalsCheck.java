package dev.socialhub.e2e.survival;

import dev.socialhub.backing.testing.history.Operation;
import dev.socialhub.backing.testing.history.Operations;
import java.util.List;

/**
 * Nobody asked for anything they may not have, and every token was good: whoever was refused was
 * told a wrong reason for a failure, or had lost what they were promised.
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
