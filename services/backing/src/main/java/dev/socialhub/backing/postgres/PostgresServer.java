package dev.socialhub.backing.postgres;

import dev.socialhub.backing.BackingLayout;
import dev.socialhub.backing.BackingServer;
import dev.socialhub.backing.binaries.Bundled;
import dev.socialhub.backing.binaries.Folders;
import dev.socialhub.backing.binaries.NativePlatform;
import dev.socialhub.backing.binaries.Versions;
import dev.socialhub.backing.process.Launch;
import dev.socialhub.backing.process.StopSignal;
import dev.socialhub.backing.wire.Loopback;
import dev.socialhub.backing.wire.Ping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The real PostgreSQL, run directly: the launched process is the postmaster. */
public final class PostgresServer implements BackingServer {
    /** Set on the command line, so that what runs can be read there and no file can differ. */
    private static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    Map.entry("listen_addresses", "127.0.0.1"),
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("full_page_writes", "on"),
                    Map.entry("max_connections", "200"),
                    Map.entry("shared_buffers", "96MB"),
                    Map.entry("max_wal_size", "512MB"),
                    Map.entry("huge_pages", "off"),
                    Map.entry("timezone", "UTC"),
                    Map.entry("log_timezone", "UTC"),
                    Map.entry("logging_collector", "off"),
                    // Details of an error quote the row, and rows contain users' data.
                    Map.entry("log_error_verbosity", "terse"),
                    Map.entry("password_encryption", "scram-sha-256"));

    private final BackingLayout layout;
    private final int port;
    private final String password;
    private final Versions versions = Versions.current();
    private final BiFunction<Path, Path, ServerAccount> accounts;

    public PostgresServer(BackingLayout layout, int port, String password) {
        this(layout, port, password, ServerAccount::forData);
    }

    PostgresServer(
            BackingLayout layout,
            int port,
            String password,
            BiFunction<Path, Path, ServerAccount> accounts) {
        this.layout = layout;
        this.port = port;
        this.password = password;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void prepare() {
        var orphans = new OrphanedBackends(data());
        if (orphans.postmasterLives()) {
            return;
        }
        Loopback.requireFree(name(), port);
        Bundled.unpack(NativePlatform.current().postgresArchive(), home());
        Folders.writable(layout.data());
        var account = account();
        new DataFolder(data(), programs(), account).prepare(password, versions.postgresMajor());
        orphans.clear();
        account.own(data());
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<String>();
        command.add(program("postgres").toString());
        command.addAll(List.of("-D", data().toString(), "-p", Integer.toString(port)));
        SETTINGS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> {
                    command.add("-c");
                    command.add(setting.getKey() + "=" + setting.getValue());
                });
        return new Launch(
                name(),
                account().wrap(command),
                Map.of(),
                layout.data(),
                layout.log(name()),
                StopSignal.INT);
    }

    @Override
    public boolean answers() {
        return Ping.postgres(port);
    }

    @Override
    public Duration stopGrace() {
        return Duration.ofSeconds(30);
    }

    private ServerAccount account() {
        return accounts.apply(data(), program("postgres"));
    }

    private Path home() {
        return home(layout);
    }

    private static Path home(BackingLayout layout) {
        return layout.binaries().resolve("postgres-" + Versions.current().postgres());
    }

    private Path program(String name) {
        return program(layout, name);
    }

    /** One of PostgreSQL's programs, once they are unpacked. */
    static Path program(BackingLayout layout, String name) {
        return home(layout).resolve("bin").resolve(name);
    }

    private Path programs() {
        return home().resolve("bin");
    }

    private Path data() {
        return layout.data().resolve("postgres");
    }
}
