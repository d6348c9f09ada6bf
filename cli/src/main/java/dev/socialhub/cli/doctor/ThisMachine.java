package dev.socialhub.cli.doctor;

import dev.socialhub.backing.process.Command;
import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.DataCheck;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.machine.MachineMemory;
import dev.socialhub.cli.machine.OpenFiles;
import dev.socialhub.cli.machine.PortHolders;
import dev.socialhub.cli.machine.WriteTest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All checks, fed with the facts of this machine. Facts are gathered only when asked for. */
final class ThisMachine {
    private static final Path PROC = Path.of("/proc");

    private final Installation installation;
    private final HomeFolder home;
    private final PlatformFacts platformFacts;
    private final PortHolders holders = new PortHolders(PROC);

    private ThisMachine(Installation installation) {
        this.installation = installation;
        this.home = installation.home();
        this.platformFacts = new PlatformFacts(installation);
    }

    static ThisMachine of(Installation installation) {
        return new ThisMachine(installation);
    }

    /** Everything but the ports, in the order of the output. */
    List<Check> checks() {
        return List.of(
                new JdkCheck(this::jdk),
                new MavenCheck(this::maven),
                new ProgramsCheck(installation.dist(), this::programs),
                new MemoryCheck(this::memory),
                new DescriptorsCheck(new OpenFiles(PROC)::limit),
                new DiskCheck(this::disk),
                new HomeCheck(home.folder(), this::home),
                new DataCheck(home.data()),
                secretsCheck(),
                new StartupCachesCheck(platformFacts::startupCaches),
                new ClockCheck(this::clock),
                new AccountCheck(this::account));
    }

    /** One check for each port; the numbers come from the settings and the home. */
    List<Check> portChecks() {
        return platformFacts.ports().stream()
                .<Check>map(
                        port -> new PortCheck(port, () -> holders.use(port.number(), port.pid())))
                .toList();
    }

    SecretsCheck secretsCheck() {
        return new SecretsCheck(home.secrets(), this::secrets);
    }

    private JdkCheck.Facts jdk() {
        Path folder = Path.of(System.getProperty("java.home"));
        return new JdkCheck.Facts(
                Runtime.version().toString(),
                Runtime.version().feature(),
                System.getProperty("java.vendor"),
                folder.toString(),
                Files.isExecutable(folder.resolve("bin/javac")));
    }

    private MavenCheck.Facts maven() {
        return new MavenCheck.Facts(findMaven(), platformFacts.missingPrograms().isEmpty());
    }

    private ProgramsCheck.Facts programs() {
        boolean forbidden = "never".equals(installation.environment().get("SOCIALHUB_BUILD"));
        return new ProgramsCheck.Facts(
                platformFacts.missingPrograms(), !forbidden && findMaven().isPresent());
    }

    private MemoryCheck.Facts memory() {
        MachineMemory memory = new MachineMemory(PROC);
        return new MemoryCheck.Facts(
                memory.total(),
                memory.available(),
                platformFacts.refusedMemory(),
                platformFacts.missing(MemoryCheck.WHOLE_PLATFORM));
    }

    private DiskCheck.Facts disk() {
        Path folder = WriteTest.nearestFolder(home.folder());
        try {
            return new DiskCheck.Facts(
                    folder, WriteTest.mount(folder), Files.getFileStore(folder).getUsableSpace());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private HomeCheck.Facts home() {
        // A platform that ran here and lost its secrets is reported by the check of the secrets.
        if (home.isForeign() && !Files.exists(home.ports())) {
            return new HomeCheck.Facts(true, true, WriteTest.untried(home.folder()));
        }
        WriteTest last = WriteTest.trial(WriteTest.nearestFolder(home.folder()));
        for (Path part : List.of(home.run(), home.logs(), home.data())) {
            if (last.refusal().isEmpty() && Files.isDirectory(part)) {
                last = WriteTest.trial(part);
            }
        }
        return new HomeCheck.Facts(Files.isDirectory(home.folder()), false, last);
    }

    private SecretsCheck.Facts secrets() {
        return new SecretsCheck.Facts(
                platformFacts.secrets(), permissions(home.secrets()), Files.exists(databases()));
    }

    private Path databases() {
        return home.data().resolve("postgres");
    }

    private ClockCheck.Facts clock() {
        Path folder = WriteTest.nearestFolder(home.run());
        WriteTest writing = home.isForeign() ? WriteTest.untried(folder) : WriteTest.trial(folder);
        return new ClockCheck.Facts(Instant.now(), writing.skew());
    }

    private AccountCheck.Facts account() {
        String user = System.getProperty("user.name");
        if (!isRoot(user)) {
            return new AccountCheck.Facts(user, false, false, false);
        }
        boolean namespaces = succeeds("unshare", "--user", "--", "true");
        boolean stepsDown =
                !namespaces
                        && Stream.of("postgres", "nobody")
                                .anyMatch(account ->
                                        succeeds(
                                                "setpriv",
                                                "--reuid=" + account,
                                                "--clear-groups",
                                                "--",
                                                "true"));
        return new AccountCheck.Facts(user, true, namespaces, stepsDown);
    }

    private static boolean isRoot(String user) {
        try {
            return Files.getAttribute(PROC.resolve("self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException noProc) {
            return user.equals("root");
        }
    }

    private static boolean succeeds(String... command) {
        return Command.run(List.of(command)).succeeded();
    }

    private Optional<Path> findMaven() {
        String path = installation.environment().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(Predicate.not(String::isEmpty))
                .map(folder -> Path.of(folder, "mvn"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Optional<Set<PosixFilePermission>> permissions(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(Files.getPosixFilePermissions(file))
                    : Optional.empty();
        } catch (UnsupportedOperationException noSuchThing) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
