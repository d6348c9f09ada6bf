package dev.socialhub.cli.platform;

import dev.socialhub.backing.PostgresProvisioning;
import dev.socialhub.backing.PostgresProvisioning.Database;
import dev.socialhub.cli.aot.StartupCaches;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.time.Duration;
import java.util.List;

/** The prerequisites of a start, and the start itself. */
record StartSequence(Catalogue catalogue, Ports ports, Secrets secrets, StartupCaches caches) {
    /**
     * Brings these processes up, whatever state they are in.
     *
     * @param limit how long each may take to be ready
     * @throws OperatorError if any can't be brought up; the others stay up
     */
    void start(
            Home home,
            List<Component> wanted,
            LaunchGate gate,
            Duration limit,
            ProgressDisplay progress) {
        new StartPlatform(
                        home,
                        Preflight.ofThisMachine(),
                        this::provision,
                        new BringUp(home, gate, limit, caches::use, progress),
                        progress)
                .start(wanted, catalogue.usualSize());
    }

    /** Creates the services' databases where they are missing. */
    void provision() {
        List<Database> databases =
                PlatformManifest.packaged().services().stream()
                        .filter(ServiceEntry::hasDatabase)
                        .map(service ->
                                new Database(
                                        service.databaseName(),
                                        service.name(),
                                        secrets.get(new Secret(service.databasePassword()))))
                        .toList();
        PostgresProvisioning.ensure(
                ports.of(Port.POSTGRES), secrets.get(Secret.POSTGRES_PASSWORD), databases);
    }
}
