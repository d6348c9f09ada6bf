package dev.socialhub.cli.doctor;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.doctor.PlatformFacts.ListeningPort;
import dev.socialhub.cli.machine.PortHolders.Holder;
import dev.socialhub.cli.machine.PortHolders.Use;
import java.util.function.Supplier;

/** One port of the platform: free, held by the process it is for, or by another process. */
record PortCheck(ListeningPort port, Supplier<Use> use) implements Check {
    @Override
    public String name() {
        return "port-" + port.port().key();
    }

    @Override
    public Finding examine() {
        Use now = use.get();
        if (now.free()) {
            return port.pid()
                    .map(pid ->
                            Finding.warn(
                                    "%d isn't open, though %s (pid %d) runs"
                                            .formatted(port.number(), port.process(), pid),
                                    "run `socialhubctl status`; if the port stays closed, run"
                                            + " `socialhubctl restart "
                                            + port.process()
                                            + "`"))
                    .orElseGet(() -> Finding.ok(port.number() + " is free"));
        }
        // Where the system reports no holder, a live process of ours is the likely one.
        if (port.pid().isPresent() && (now.ours() || now.holder().isEmpty())) {
            return Finding.ok(
                    "%d is held by our own %s (pid %d)"
                            .formatted(port.number(), port.process(), port.pid().get()));
        }
        return now.holder().map(this::taken).orElseGet(this::unusable);
    }

    private Finding taken(Holder holder) {
        return Finding.fail(
                "%d for %s is held by %s (pid %d)"
                        .formatted(port.number(), port.process(), holder.name(), holder.pid()),
                "stop that process (`kill %d`) or %s".formatted(holder.pid(), otherPort()));
    }

    private Finding unusable() {
        return Finding.fail(
                "%d for %s is held by another user's process or not allowed"
                        .formatted(port.number(), port.process()),
                "see which process uses it (`sudo ss -ltnp 'sport = :%d'`) or %s"
                        .formatted(port.number(), otherPort()));
    }

    private String otherPort() {
        return "set " + port.port().variable() + " to a free port";
    }
}
