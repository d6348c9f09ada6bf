package dev.socialhub.cli.platform;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.machine.ProcessMemory;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The platform of one home folder, as it is or as it is about to be. */
final class Platform {
    private final Installation installation;
    private final Home home;
    private final PortsFile portsFile;

    Platform(Installation installation) {
        this.installation = installation;
        this.home = installation.home();
        this.portsFile = new PortsFile(home.ports());
    }

    Home home() {
        return home;
    }

    /** All processes at the ports in force, to be looked at or stopped; makes no file. */
    Catalogue existing() {
        Secrets secrets = Secrets.read(home.secrets()).orElseGet(Secrets::none);
        return Catalogue.of(installation, Ports.of(Map.of(), portsFile.read()), secrets);
    }

    /** All processes as the environment wants them; the lock must be held. */
    Starting starting() {
        Secrets secrets = Secrets.readOrMake(home.secrets(), new SecureRandom());
        Ports ports = wantedPorts();
        portsFile.write(ports);
        return new Starting(Catalogue.of(installation, ports, secrets), ports, secrets);
    }

    /**
     * All processes as they were started; the lock must be held.
     *
     * @throws OperatorError if the secrets they were started with are gone
     */
    Starting remembered() {
        Secrets secrets =
                Secrets.read(home.secrets())
                        .orElseThrow(() ->
                                new OperatorError(
                                        ExitCode.FAILED,
                                        home.secrets() + " is missing",
                                        "restore it: the data can't be read without it"));
        Ports ports = Ports.of(Map.of(), portsFile.read());
        return new Starting(Catalogue.of(installation, ports, secrets), ports, secrets);
    }

    /** Whether any process is alive. */
    boolean isRunning() {
        return home.rememberedProcesses().stream()
                .anyMatch(name -> DetachedProcess.find(home.pidFile(name)).isPresent());
    }

    InspectPlatform inspect() {
        return new InspectPlatform(
                home, new ProcessMemory(Path.of("/proc")), Clock.systemDefaultZone());
    }

    /**
     * The ports that a start would use now.
     *
     * @throws OperatorError if they can't be used, or aren't those of the running platform
     */
    Ports wantedPorts() {
        Map<Port, Integer> remembered = portsFile.read();
        Ports wanted = Ports.of(installation.environment(), remembered);
        if (!remembered.isEmpty() && isRunning()) {
            List<Port> changed =
                    remembered.keySet().stream()
                            .filter(port -> wanted.of(port) != remembered.get(port))
                            .toList();
            if (!changed.isEmpty()) {
                Port first = changed.getFirst();
                throw new OperatorError(
                        ExitCode.REFUSED,
                        "%s=%d, but the running platform uses %d"
                                .formatted(
                                        first.variable(), wanted.of(first), remembered.get(first)),
                        "run `socialhubctl down` first, or unset " + first.variable());
            }
        }
        return wanted;
    }
}
