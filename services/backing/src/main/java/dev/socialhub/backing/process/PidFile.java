package dev.socialhub.backing.process;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;

/** What is remembered of a started process. */
record PidFile(String name, long pid, Instant startedAt, String identity, StopSignal stopSignal) {

    static Optional<PidFile> read(Path file) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return Optional.of(
                    new PidFile(
                            properties.getProperty("name", ""),
                            Long.parseLong(properties.getProperty("pid", "")),
                            Instant.parse(properties.getProperty("started", "")),
                            properties.getProperty("identity", ""),
                            StopSignal.valueOf(properties.getProperty("stop", ""))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // Not written by us, or truncated by a full disk: treated as a missing pid file.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(
                temporary,
                "name=%s\npid=%d\nstarted=%s\nidentity=%s\nstop=%s\n"
                        .formatted(name, pid, startedAt, identity, stopSignal));
        Files.move(
                temporary,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
