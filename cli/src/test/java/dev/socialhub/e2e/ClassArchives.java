package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.backing.process.Command;
import dev.socialhub.testkit.fault.ProcessFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Archives of the services' classes, written by the first platform of a build as soon as it runs,
 * and used by all services that start later: with them, and without the optimizing compiler, a
 * service starts for a third of the CPU. The start-up caches that operators have would cost more
 * than all tests save by them.
 */
final class ClassArchives implements AutoCloseable {

    private static final List<String> SERVICES = ServiceNames.all();

    /** The default options of services, adapted to short lives. */
    private static final String OPTIONS =
            "-Xmx192m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -XX:TieredStopAtLevel=1"
                    + " -Xlog:cds*=off";

    private final Path dist;
    private final Path folder;
    private final FileChannel lock;

    private ClassArchives(Path dist, Path folder, FileChannel lock) {
        this.dist = dist;
        this.folder = folder;
        this.lock = lock;
    }

    /** Waits until no other process checks or makes them. */
    static ClassArchives hold(Path dist) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "class-archives").toAbsolutePath());
        FileChannel lock =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        lock.lock();
        return new ClassArchives(dist, folder, lock);
    }

    /** Whether all were made from these very programs: each build packages them anew. */
    boolean areThere() throws IOException {
        FileTime built = newest(dist.resolve("lib"));
        for (String service : SERVICES) {
            FileTime program = Files.getLastModifiedTime(dist.resolve(service + ".jar"));
            Path archive = archive(service);
            if (!Files.exists(archive)
                    || Files.getLastModifiedTime(archive).compareTo(later(program, built)) <= 0) {
                return false;
            }
        }
        return true;
    }

    /** The settings of a platform from which the archives can be made. */
    Map<String, String> recording() {
        return settings(service -> OPTIONS + " -XX:+RecordDynamicDumpInfo");
    }

    /** The settings of a platform that uses the archives. */
    Map<String, String> use() {
        return settings(service -> OPTIONS + " -XX:SharedArchiveFile=" + archive(service));
    }

    /** Makes these services write the classes that they have loaded, which ends them. */
    void make(Function<String, ProcessHandle> processes) {
        SERVICES.parallelStream().forEach(service -> make(service, processes.apply(service)));
    }

    private void make(String service, ProcessHandle process) {
        Path fresh = folder.resolve(service + ".new");
        Command.Outcome dumped =
                Command.run(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(process.pid()),
                                "VM.cds",
                                "dynamic_dump",
                                fresh.toString()));
        // A JVM that continues after it has written an archive crashes sooner or later.
        ProcessFaults.kill(process);
        assertThat(dumped.succeeded()).as(dumped.output()).isTrue();
        try {
            Files.move(fresh, archive(service), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException none) {
            throw new UncheckedIOException(dumped.output(), none);
        }
    }

    private static FileTime newest(Path folder) throws IOException {
        FileTime newest = Files.getLastModifiedTime(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                newest = later(newest, Files.getLastModifiedTime(file));
            }
        }
        return newest;
    }

    private static FileTime later(FileTime one, FileTime other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Path archive(String service) {
        return folder.resolve(service + ".jsa");
    }

    private static Map<String, String> settings(UnaryOperator<String> options) {
        return SERVICES.stream()
                .collect(
                        Collectors.toMap(
                                service -> "JAVA_OPTS_" + service.toUpperCase(Locale.ROOT),
                                options));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
