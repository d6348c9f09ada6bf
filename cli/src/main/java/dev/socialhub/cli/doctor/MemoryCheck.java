package dev.socialhub.cli.doctor;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.terminal.Amounts;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Memory for those processes that don't run yet. */
record MemoryCheck(Supplier<Facts> facts) implements Check {
    /** The memory of a whole platform after it has worked for a while. */
    static final long WHOLE_PLATFORM = 2560L << 20;

    /**
     * @param total bytes of the machine; empty where the system doesn't report it
     * @param available bytes that can be taken without swapping
     * @param refused bytes below which a start is refused
     * @param needed bytes that should be available
     */
    record Facts(OptionalLong total, OptionalLong available, long refused, long needed) {}

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Finding examine() {
        Facts memory = facts.get();
        if (memory.total().isEmpty() || memory.available().isEmpty()) {
            return Finding.warn(
                    "this system doesn't report how much is available",
                    "check that " + Amounts.bytes(memory.needed()) + " are available");
        }
        long available = memory.available().getAsLong();
        String amounts =
                "%s of %s are available"
                        .formatted(
                                Amounts.bytes(available),
                                Amounts.bytes(memory.total().getAsLong()));
        if (available >= memory.needed()) {
            return Finding.ok(
                    memory.needed() == 0
                            ? amounts + ", and everything runs"
                            : amounts + ", starting needs " + Amounts.bytes(memory.needed()));
        }
        String found = amounts + ", but starting needs " + Amounts.bytes(memory.needed());
        String fix =
                "stop other programs (`ps -eo rss,pid,comm --sort=-rss | head` shows the largest)"
                        + " or start less with `socialhubctl up --only`";
        return available < memory.refused() ? Finding.fail(found, fix) : Finding.warn(found, fix);
    }
}
