package dev.socialhub.cli.platform;

import dev.socialhub.backing.PostgresProvisioning;
import dev.socialhub.backing.PostgresProvisioning.Database;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.machine.PortHolders;
import dev.socialhub.cli.platform.PortsFile.StoredPorts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one command knows about a platform: its folder, ports, secrets, instances and processes. A
 * command resolves it once, see {@link ResolvePlatform}, and passes it on; nothing here reads a
 * setting or a stored file again.
 */
public final class Platform {
    /** The memory of all processes, with a margin for their first minutes. */
    public static final long REQUIRED_MEMORY = 2L << 30;

    private final Installation installation;
    private final StoredPorts stored;
    private final Instances instances;
    private final Ports ports;
    private final Optional<Secrets> secrets;
    private final Components components;

    /**
     * @param stored what an earlier start left, from which {@code ports} and {@code instances} may
     *     differ
     * @param secrets empty if there are none, or none are needed
     */
    Platform(
            Installation installation,
            StoredPorts stored,
            Instances instances,
            Ports ports,
            Optional<Secrets> secrets) {
        this.installation = installation;
        this.stored = stored;
        this.instances = instances;
        this.ports = ports;
        this.secrets = secrets;
        this.components =
                new MakeComponents(
                                installation,
                                ports,
                                new ServiceEnvironment(
                                        instances,
                                        ports,
                                        secrets.orElseGet(Secrets::none),
                                        installation))
                        .all(instances);
    }

    /** With the default ports and instances, whatever is set or stored. */
    public static Platform ofDefaults(Installation installation) {
        return new Platform(
                installation,
                StoredPorts.NONE,
                Instances.DEFAULT,
                Ports.defaults(),
                Optional.empty());
    }

    /**
     * How many secrets an earlier start has stored; none before the first start.
     *
     * @throws OperatorError if the file can't be read or lacks one
     */
    public static int storedSecrets(HomeFolder home) {
        return Secrets.read(home.secrets()).map(_ -> Secret.ALL.size()).orElse(0);
    }

    public Installation installation() {
        return installation;
    }

    public HomeFolder home() {
        return installation.home();
    }

    public Components components() {
        return components;
    }

    /**
     * Stores ports, instances and new secrets, for this start and for later commands. The lock must
     * be held.
     *
     * @throws OperatorError (refused) if another tool has made secrets in the meantime
     */
    public void store() {
        knownSecrets().store(home().secrets());
        new PortsFile(home().ports()).write(stored, ports, instances);
    }

    /**
     * Makes sure that processes can be started with the secrets that their data was created with.
     *
     * @throws OperatorError if they no longer exist
     */
    public void requireSecrets() {
        knownSecrets();
    }

    /** Creates the services' databases where they are missing; PostgreSQL must run. */
    public void makeDatabases() {
        Secrets known = knownSecrets();
        List<Database> databases =
                PlatformManifest.packaged().services().stream()
                        .filter(ServiceEntry::hasDatabase)
                        .map(service ->
                                new Database(
                                        service.databaseName(),
                                        service.name(),
                                        known.get(new Secret(service.databasePassword()))))
                        .toList();
        PostgresProvisioning.ensure(
                ports.of(Port.POSTGRES), known.get(Secret.POSTGRES_PASSWORD), databases);
    }

    /** Instances that are running although they aren't wanted any more; they can't be launched. */
    public List<Component> surplus() {
        List<String> running = home().startedProcesses();
        Instances known = instances.including(running);
        StoredPorts merged = stored.with(ports, instances);
        Ports all =
                Ports.of(
                        Map.of(), merged.ports(), known, new PortHolders(Path.of("/proc"))::isFree);
        ServiceEnvironment noSecrets =
                new ServiceEnvironment(known, all, Secrets.none(), installation);
        List<ServiceInstance> wanted = instances.all();
        return known.all().stream()
                .filter(instance -> running.contains(instance.name()))
                .filter(instance -> !wanted.contains(instance))
                .<Component>map(new MakeComponents(installation, all, noSecrets)::service)
                .toList();
    }

    /**
     * @throws OperatorError if there are none
     */
    Secrets knownSecrets() {
        return secrets.orElseThrow(() ->
                new OperatorError(
                        ExitCode.FAILED,
                        home().secrets() + " is missing",
                        "restore it: the data can't be read without it"));
    }
}
