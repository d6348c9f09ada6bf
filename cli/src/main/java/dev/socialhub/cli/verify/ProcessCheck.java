package dev.socialhub.cli.verify;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.machine.PortHolders.Holder;
import dev.socialhub.cli.machine.PortHolders.Use;
import dev.socialhub.cli.platform.RunningPlatform.PlatformProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Whether a process is alive and is the one that listens on its ports. */
record ProcessCheck(PlatformProcess process, IntFunction<Use> uses) implements Check {
    private static final String START = "socialhubctl up --detach";

    @Override
    public String name() {
        return process.name();
    }

    @Override
    public Finding examine() {
        return process.pid().map(this::alive).orElseGet(this::dead);
    }

    private Finding dead() {
        String found = process.started() ? "not running: it was killed or crashed" : "not started";
        for (int port : process.ports()) {
            Optional<Holder> otherHolder = uses.apply(port).holder();
            if (otherHolder.isPresent()) {
                return Finding.fail(
                        found + ", and " + portConflict(port, otherHolder.get()),
                        "kill %d && %s".formatted(otherHolder.get().pid(), START));
            }
        }
        return Finding.fail(found, START);
    }

    private Finding alive(long pid) {
        List<Integer> silent = new ArrayList<>();
        for (int port : process.ports()) {
            Use use = uses.apply(port);
            if (use.free()) {
                silent.add(port);
            } else if (!use.ours() && use.holder().isPresent()) {
                Holder otherHolder = use.holder().get();
                return Finding.fail(
                        "running (pid %d), but %s".formatted(pid, portConflict(port, otherHolder)),
                        "kill %d && socialhubctl restart %s"
                                .formatted(otherHolder.pid(), process.name()));
            }
        }
        if (silent.isEmpty()) {
            return Finding.ok(
                    "running (pid %d), listening on %s".formatted(pid, joined(process.ports())));
        }
        return Finding.fail(
                "running (pid %d), but not listening on %s".formatted(pid, joined(silent)),
                "socialhubctl restart " + process.name());
    }

    private static String portConflict(int port, Holder holder) {
        return "its port %d is held by %s (pid %d)".formatted(port, holder.name(), holder.pid());
    }

    private static String joined(List<Integer> ports) {
        return ports.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }
}
