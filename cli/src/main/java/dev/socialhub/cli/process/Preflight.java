package dev.socialhub.cli.process;

import dev.socialhub.cli.concurrency.Polling;
import dev.socialhub.cli.machine.MachineMemory;
import dev.socialhub.cli.machine.PortHolders;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Platform;
import dev.socialhub.cli.platform.Port;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Checks of the machine before anything is started. */
final class Preflight {
    /** A server that was killed a moment ago may hold its port a little longer. */
    private static final Duration PORT_TIMEOUT = Duration.ofSeconds(3);

    private final MachineMemory memory;
    private final PortHolders holders;

    Preflight(MachineMemory memory, PortHolders holders) {
        this.memory = memory;
        this.holders = holders;
    }

    static Preflight ofThisMachine() {
        Path proc = Path.of("/proc");
        return new Preflight(new MachineMemory(proc), new PortHolders(proc));
    }

    /**
     * Checks memory and ports for those that are to be started.
     *
     * @param whole how many processes the whole platform has
     */
    void check(List<? extends Component> starting, int whole) {
        if (starting.isEmpty()) {
            return;
        }
        checkMemory(starting.size(), whole);
        for (Component component : starting) {
            component.ports().forEach((port, number) -> checkPort(component.name(), port, number));
        }
    }

    private void checkMemory(int starting, int whole) {
        long needed = Platform.REQUIRED_MEMORY * starting / whole;
        memory.available()
                .ifPresent(available -> {
                    if (available < needed) {
                        throw new OperatorError(
                                ExitCode.FAILED,
                                "%s of memory are free, starting needs %s"
                                        .formatted(Amounts.bytes(available), Amounts.bytes(needed)),
                                "stop other programs or start less with --only");
                    }
                });
    }

    private void checkPort(String name, Port port, int number) {
        boolean free = Polling.until(PORT_TIMEOUT, () -> holders.isFree(number));
        if (free) {
            return;
        }
        String change = "set " + port.variable() + " to a free port";
        throw holders.holder(number)
                .map(holder ->
                        new OperatorError(
                                ExitCode.FAILED,
                                "port %d for %s is taken by %s (pid %d)"
                                        .formatted(
                                                number,
                                                name,
                                                Printable.line(holder.name()),
                                                holder.pid()),
                                "stop that process or " + change))
                .orElseGet(() ->
                        new OperatorError(
                                ExitCode.FAILED,
                                "port %d for %s is taken or not allowed".formatted(number, name),
                                change));
    }
}
