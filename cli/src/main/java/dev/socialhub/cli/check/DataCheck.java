package dev.socialhub.cli.check;

import dev.socialhub.cli.machine.Mounts;
import dev.socialhub.cli.machine.WriteTest;
import dev.socialhub.cli.terminal.Amounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether every server can keep writing its data. */
public record DataCheck(Supplier<List<Facts>> facts) implements Check {
    /** PostgreSQL's log alone is written in segments of 16 MB. */
    static final long MIN_FREE_BYTES = 64L << 20;

    private static final Path PROC = Path.of("/proc");
    private static final String READ_ONLY = "Read-only file system";

    /** Over the folders of all servers below this one; fine as long as there are none. */
    public DataCheck(Path data) {
        this(() -> factsOfAll(data));
    }

    /**
     * One server's folder.
     *
     * @param writing a trial in it
     * @param mount that it is reached through
     * @param usable bytes that may still be written there
     */
    public record Facts(Path folder, WriteTest writing, Path mount, long usable) {}

    @Override
    public String name() {
        return "data";
    }

    @Override
    public Finding examine() {
        List<Facts> folders = facts.get();
        if (folders.isEmpty()) {
            return Finding.ok("none yet: the first start creates it");
        }
        return folders.stream()
                .map(DataCheck::problem)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> {
                    long least = folders.stream().mapToLong(Facts::usable).min().orElse(0);
                    return Finding.ok(
                            "%d folders can be written, %s are free"
                                    .formatted(folders.size(), Amounts.bytes(least)));
                });
    }

    private static Optional<Finding> problem(Facts folder) {
        Optional<String> refusal = folder.writing().refusal();
        if (folder.writing().readOnly() || refusal.filter(READ_ONLY::equals).isPresent()) {
            return Optional.of(
                    Finding.fail(
                            folder.folder() + " is mounted read-only",
                            asRoot("mount -o remount,rw " + ShellText.word(folder.mount()))));
        }
        if (refusal.isPresent()) {
            return Optional.of(
                    Finding.fail(
                            "%s can't be written (%s)".formatted(folder.folder(), refusal.get()),
                            refusal.get().equals(WriteTest.DENIED)
                                    ? asRoot(
                                            "chown -R \"$USER\" " + ShellText.word(folder.folder()))
                                    : freeSpaceAt(folder.mount())));
        }
        if (folder.usable() < MIN_FREE_BYTES) {
            return Optional.of(
                    Finding.fail(
                            "only %s are free at %s"
                                    .formatted(Amounts.bytes(folder.usable()), folder.folder()),
                            freeSpaceAt(folder.mount())));
        }
        return Optional.empty();
    }

    private static String freeSpaceAt(Path mount) {
        return "free space: `du -xh -d 2 %s | sort -h | tail` shows the largest folders"
                .formatted(ShellText.word(mount));
    }

    private static String asRoot(String command) {
        return "root".equals(System.getProperty("user.name")) ? command : "sudo " + command;
    }

    private static List<Facts> factsOfAll(Path data) {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(data)) {
            return entries.filter(Files::isDirectory).sorted().map(DataCheck::factsOf).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Facts factsOf(Path folder) {
        try {
            return new Facts(
                    folder,
                    WriteTest.trial(folder),
                    new Mounts(PROC).of(folder).orElse(folder),
                    Files.getFileStore(folder).getUsableSpace());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
