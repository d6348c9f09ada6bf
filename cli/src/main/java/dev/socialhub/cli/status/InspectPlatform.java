package dev.socialhub.cli.status;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.concurrency.Parallel;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.machine.ProcessMemory;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Component.Health;
import dev.socialhub.cli.status.ProcessStatus.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Inspects every process without changing it. */
public final class InspectPlatform {
    private final HomeFolder home;
    private final ProcessMemory memory;
    private final Clock clock;

    public InspectPlatform(HomeFolder home, ProcessMemory memory, Clock clock) {
        this.home = home;
        this.memory = memory;
        this.clock = clock;
    }

    /** Inspects the processes of a folder by the facts of this machine. */
    public static InspectPlatform of(HomeFolder home) {
        return new InspectPlatform(
                home, new ProcessMemory(Path.of("/proc")), Clock.system(ZoneId.systemDefault()));
    }

    public StatusReport inspect(Collection<Component> components) {
        return StatusReport.of(Parallel.map(components.stream().toList(), this::status));
    }

    private ProcessStatus status(Component component) {
        Optional<DetachedProcess> found = home.process(component.name());
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
