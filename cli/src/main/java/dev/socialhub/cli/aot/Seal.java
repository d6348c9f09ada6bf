package dev.socialhub.cli.aot;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * What is known of a finished cache. The JVM checks only the head of a cache: damage further down
 * would crash it.
 *
 * @param fingerprint of the inputs that the cache was made from
 * @param bytes its size
 * @param modified its time in nanoseconds since 1970; while it is unchanged, the file isn't read
 * @param checksum CRC-32 of the whole file
 */
record Seal(String fingerprint, long bytes, long modified, long checksum) {
    private static final int CHUNK = 1 << 18;

    /** The seal of a file as it is now; the file is first forced to the disk. */
    static Seal of(Path cache, String fingerprint) throws IOException {
        try (FileChannel channel = FileChannel.open(cache, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return new Seal(fingerprint, Files.size(cache), modified(cache), checksum(cache));
    }

    /** Empty if there is no seal, or the file holds no valid one. */
    static Optional<Seal> read(Path file) {
        Properties values = new Properties();
        try {
            values.load(new StringReader(Files.readString(file)));
            return Optional.of(
                    new Seal(
                            values.getProperty("fingerprint", ""),
                            Long.parseLong(values.getProperty("bytes", "")),
                            Long.parseLong(values.getProperty("modified", "")),
                            Long.parseLong(values.getProperty("checksum", ""))));
        } catch (IOException | IllegalArgumentException noneOrGarbage) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(
                temporary,
                "fingerprint=%s\nbytes=%d\nmodified=%d\nchecksum=%d\n"
                        .formatted(fingerprint, bytes, modified, checksum));
        Files.move(
                temporary,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether the file is unchanged since it was sealed. */
    boolean matches(Path cache) throws IOException {
        return Files.size(cache) == bytes
                && (modified(cache) == modified || checksum(cache) == checksum);
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
    }

    private static long checksum(Path file) throws IOException {
        CRC32 sum = new CRC32();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                sum.update(chunk, 0, read);
            }
        }
        return sum.getValue();
    }
}
