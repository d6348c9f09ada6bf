package dev.socialhub.posts.media.store;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Files in a folder of this machine, which all instances of the service must share. */
@Singleton
final class LocalMediaStore implements MediaStore {

    static final String NAME = "local";

    private final Path folder;

    LocalMediaStore(@Value("${posts.media.local.folder}") String folder) {
        this.folder = Path.of(folder).toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Under another name, which only depends on the key, until the bytes are on the disk. */
    @Override
    public void put(String key, Path file, String type) throws IOException {
        Path target = path(key);
        Files.createDirectories(target.resolveSibling("").normalize());
        Path part = part(target);
        try {
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public Optional<InputStream> open(String key, long from, long length) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path(key), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        InputStream rest = Channels.newInputStream(channel.position(from));
        return Optional.of(Ranges.within(rest, 0, length));
    }

    /** Also what a process had written of it when it was killed. */
    @Override
    public void delete(String key) throws IOException {
        Path target = path(key);
        Files.deleteIfExists(target);
        Files.deleteIfExists(part(target));
    }

    private static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /** Two characters of the key's end spread the files over folders: its begin is a time. */
    private Path path(String key) {
        int slash = key.indexOf('/');
        String owner = slash < 0 ? key : key.substring(0, slash);
        Path path =
                folder.resolve(owner.substring(Math.max(0, owner.length() - 2)))
                        .resolve(key)
                        .normalize();
        if (!path.startsWith(folder)) {
            throw new IllegalArgumentException("no key of this store");
        }
        return path;
    }
}
