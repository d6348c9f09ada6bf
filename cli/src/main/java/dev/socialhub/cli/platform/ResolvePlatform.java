package dev.socialhub.cli.platform;

import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.machine.PortHolders;
import dev.socialhub.cli.platform.PortsFile.StoredPorts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the settings of a platform and what earlier starts stored. Each call reads once. */
public final class ResolvePlatform {
    private final Installation installation;
    private final HomeFolder home;

    /**
     * @throws OperatorError (wrong usage) if the home folder can't be a folder
     */
    public ResolvePlatform(Installation installation) {
        this.installation = installation;
        this.home = installation.home();
        home.requireFolder();
    }

    /** As it was started, to be inspected, stopped or restarted. Creates no file. */
    public Platform existing() {
        Optional<Secrets> secrets = Secrets.read(home.secrets());
        StoredPorts stored = stored();
        return new Platform(
                installation, stored, stored.instances(), ports(Map.of(), stored), secrets);
    }

    /** As it was started while any process runs, otherwise as a start would make it. */
    public Platform visible() {
        return home.hasRunningProcess() ? existing() : planned();
    }

    /**
     * As a start would make it now, to be inspected: without secrets. Creates no file.
     *
     * @throws OperatorError if the settings are invalid, or contradict the running platform
     */
    public Platform planned() {
        return planned(Instances.DEFAULT, Optional::empty);
    }

    /**
     * As the operator and the environment want it, to be started. Creates no file: {@link
     * Platform#store} does.
     *
     * @param requested the numbers of instances that shall change
     * @throws OperatorError if the settings are invalid, or contradict the running platform
     */
    public Platform toStart(Instances requested) {
        return planned(
                requested,
                () -> Optional.of(Secrets.readOrMake(home.secrets(), new SecureRandom())));
    }

    private Platform planned(Instances requested, Supplier<Optional<Secrets>> secrets) {
        StoredPorts stored = stored();
        Instances instances = stored.instances().with(requested);
        Ports wanted =
                ports(installation.environment(), new StoredPorts(stored.ports(), instances));
        if (!stored.ports().isEmpty() && home.hasRunningProcess()) {
            Ports used = ports(Map.of(), stored);
            used.numbers().forEach((port, number) -> rejectChange(port, number, wanted));
        }
        return new Platform(installation, stored, instances, wanted, secrets.get());
    }

    private StoredPorts stored() {
        return new PortsFile(home.ports()).read();
    }

    private static void rejectChange(Port port, int used, Ports wanted) {
        int requested = wanted.numbers().getOrDefault(port, used);
        if (requested != used) {
            throw new OperatorError(
                    ExitCode.REFUSED,
                    "%s=%d, but the running platform uses %d"
                            .formatted(port.variable(), requested, used),
                    "run `socialhubctl down` first, or unset " + port.variable());
        }
    }

    private static Ports ports(Map<String, String> environment, StoredPorts stored) {
        PortHolders holders = new PortHolders(Path.of("/proc"));
        return Ports.of(environment, stored.ports(), stored.instances(), holders::isFree);
    }
}
