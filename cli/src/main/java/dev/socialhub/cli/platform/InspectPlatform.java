package dev.socialhub.cli.platform;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.machine.ProcessMemory;
import dev.socialhub.cli.platform.Component.Health;
import dev.socialhub.cli.platform.ProcessStatus.State;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Inspects every process without changing it. */
final class InspectPlatform {
    private final Home home;
    private final ProcessMemory memory;
    private final Clock clock;

    InspectPlatform(Home home, ProcessMemory memory, Clock clock) {
        this.home = home;
        this.memory = memory;
        this.clock = clock;
    }

    StatusReport inspect(Collection<Component> components) {
        return StatusReport.of(Parallel.map(components.stream().toList(), this::status));
    }

    private ProcessStatus status(Component component) {
        Optional<DetachedProcess> found = DetachedProcess.find(home.pidFile(component.name()));
        if (found.isEmpty()) {
            boolean remembered = Files.exists(home.pidFile(component.name()));
            return status(component, remembered ? State.dead : State.stopped, null, null);
        }
        Health health = component.health();
        return status(
                component,
                health.good() ? State.running : State.unhealthy,
                found.get(),
                health.text());
    }

    private ProcessStatus status(
            Component component,
            State state,
            @Nullable DetachedProcess process,
            @Nullable String health) {
        return new ProcessStatus(
                component.name(),
                component.kind(),
                state,
                process == null ? null : process.pid(),
                component.port(),
                component.url(),
                process == null ? null : bytes(process.pid()),
                process == null ? null : uptime(process),
                health);
    }

    private long uptime(DetachedProcess process) {
        return Math.max(0, Duration.between(process.startedAt(), clock.instant()).toSeconds());
    }

    private @Nullable Long bytes(long pid) {
        OptionalLong found = memory.of(pid);
        return found.isPresent() ? found.getAsLong() : null;
    }
}
