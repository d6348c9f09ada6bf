package dev.socialhub.cli.platform;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.machine.PortHolders;
import dev.socialhub.cli.machine.ProcessMemory;
import dev.socialhub.cli.platform.PortsFile.Remembered;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The platform of one home folder, in its present state or as it is to be started. */
final class Platform {
    private final Installation installation;
    private final Home home;
    private final PortsFile portsFile;

    Platform(Installation installation) {
        this.installation = installation;
        this.home = installation.home();
        home.requireFolder();
        this.portsFile = new PortsFile(home.ports());
    }

    Home home() {
        return home;
    }

    /** All processes at the ports in force, to be inspected or stopped; creates no file. */
    Catalogue existing() {
        Secrets secrets = Secrets.read(home.secrets()).orElseGet(Secrets::none);
        Remembered remembered = portsFile.read();
        return Catalogue.of(
                installation, ports(Map.of(), remembered), remembered.instances(), secrets);
    }

    /**
     * All processes to be shown: at the ports in force while any runs, otherwise at those of the
     * next start; creates no file.
     */
    Catalogue visible() {
        return isRunning() ? existing() : planned(Instances.asked(List.of()));
    }

    /**
     * All processes that a start would bring up now, to be inspected; creates no file.
     *
     * @param asked the numbers of instances that shall change
     * @throws OperatorError if the settings are invalid, or contradict the running platform
     */
    Catalogue planned(Instances asked) {
        Remembered remembered = portsFile.read();
        Instances instances = remembered.instances().with(asked);
        return Catalogue.of(
                installation, wantedPorts(remembered, instances), instances, Secrets.none());
    }

    /**
     * All processes as the operator and the environment want them; the lock must be held.
     *
     * @param asked the numbers of instances that shall change
     */
    StartSequence starting(Instances asked) {
        Secrets secrets = Secrets.readOrMake(home.secrets(), new SecureRandom());
        Remembered remembered = portsFile.read();
        Instances instances = remembered.instances().with(asked);
        Ports ports = wantedPorts(remembered, instances);
        portsFile.write(ports, instances);
        return new StartSequence(
                Catalogue.of(installation, ports, instances, secrets),
                ports,
                secrets,
                installation.caches());
    }

    /** Instances that are running although they aren't wanted any more. */
    List<Component> surplus(Catalogue wanted) {
        List<String> running = home.rememberedProcesses();
        Remembered remembered = portsFile.read();
        Instances known = remembered.instances().orMore(running);
        Ports ports = ports(Map.of(), new Remembered(remembered.ports(), known));
        return Catalogue.of(installation, ports, known, Secrets.none()).all().stream()
                .filter(component -> running.contains(component.name()))
                .filter(component -> !wanted.names().contains(component.name()))
                .toList();
    }

    /**
     * All processes as they were started; the lock must be held.
     *
     * @throws OperatorError if the secrets they were started with no longer exist
     */
    StartSequence remembered() {
        Secrets secrets =
                Secrets.read(home.secrets())
                        .orElseThrow(() ->
                                new OperatorError(
                                        ExitCode.FAILED,
                                        home.secrets() + " is missing",
                                        "restore it: the data can't be read without it"));
        Remembered remembered = portsFile.read();
        Ports ports = ports(Map.of(), remembered);
        return new StartSequence(
                Catalogue.of(installation, ports, remembered.instances(), secrets),
                ports,
                secrets,
                installation.caches());
    }

    /** Whether any process is alive. */
    boolean isRunning() {
        return home.rememberedProcesses().stream()
                .anyMatch(name -> DetachedProcess.find(home.pidFile(name)).isPresent());
    }

    CacheMaker cacheMaker() {
        return new CacheMaker(installation);
    }

    InspectPlatform inspect() {
        return new InspectPlatform(
                home, new ProcessMemory(Path.of("/proc")), Clock.system(ZoneId.systemDefault()));
    }

    /**
     * The ports that a start would use now.
     *
     * @throws OperatorError if they can't be used, or aren't those of the running platform
     */
    private Ports wantedPorts(Remembered remembered, Instances instances) {
        Ports wanted =
                ports(installation.environment(), new Remembered(remembered.ports(), instances));
        if (!remembered.ports().isEmpty() && isRunning()) {
            Ports used = ports(Map.of(), remembered);
            used.numbers().forEach((port, number) -> rejectChange(port, number, wanted));
        }
        return wanted;
    }

    private static void rejectChange(Port port, int used, Ports wanted) {
        int asked = wanted.numbers().getOrDefault(port, used);
        if (asked != used) {
            throw new OperatorError(
                    ExitCode.REFUSED,
                    "%s=%d, but the running platform uses %d"
                            .formatted(port.variable(), asked, used),
                    "run `socialhubctl down` first, or unset " + port.variable());
        }
    }

    private static Ports ports(Map<String, String> environment, Remembered remembered) {
        PortHolders holders = new PortHolders(Path.of("/proc"));
        return Ports.of(environment, remembered.ports(), remembered.instances(), holders::isFree);
    }
}
