package dev.socialhub.cli.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A log file that other processes write: its last lines, then what is added, also across rotation
 * (another file takes its name) and truncation. It may appear later.
 */
final class GrowingFile implements AutoCloseable {
    private static final int BLOCK = 64 * 1024;

    private final Path path;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private @Nullable FileChannel channel;
    private @Nullable Object identity;
    private long position;

    GrowingFile(Path path) {
        this.path = path;
    }

    /** The last complete lines now; {@link #added} continues from there. */
    List<String> last(int count) throws IOException {
        if (count <= 0) {
            if (open()) {
                position = opened().size();
            }
            return List.of();
        }
        if (!open()) {
            return List.of();
        }
        position = startOfLast(count);
        List<String> lines = readOn();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** The complete lines that were added since the last call. */
    List<String> added() throws IOException {
        List<String> lines = new ArrayList<>();
        if (channel == null && !open()) {
            return lines;
        }
        if (opened().size() < position) {
            position = 0;
            unfinished.reset();
        }
        lines.addAll(readOn());
        if (wasReplaced()) {
            // Lines that were written between the last read and the rotation.
            lines.addAll(readOn());
            lines.addAll(rest());
            close();
            if (open()) {
                lines.addAll(readOn());
            }
        }
        return lines;
    }

    /** A last line without a line break, if there is one. */
    List<String> rest() {
        if (unfinished.size() == 0) {
            return List.of();
        }
        String line = unfinished.toString(StandardCharsets.UTF_8);
        unfinished.reset();
        return List.of(line);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    private boolean open() throws IOException {
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
            identity = identity();
            position = 0;
            unfinished.reset();
            return true;
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    private FileChannel opened() {
        return Objects.requireNonNull(channel);
    }

    private @Nullable Object identity() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    private boolean wasReplaced() throws IOException {
        try {
            return !Objects.equals(identity(), identity);
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    private List<String> readOn() throws IOException {
        List<String> lines = new ArrayList<>();
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        while (opened().read(block.clear(), position) > 0) {
            block.flip();
            position += block.remaining();
            while (block.hasRemaining()) {
                byte next = block.get();
                if (next == '\n') {
                    lines.add(finished());
                } else {
                    unfinished.write(next);
                }
            }
        }
        return lines;
    }

    private String finished() {
        String line = unfinished.toString(StandardCharsets.UTF_8);
        unfinished.reset();
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** Searches backwards, so that the end of a huge file is found at once. */
    private long startOfLast(int count) throws IOException {
        long end = opened().size();
        int breaks = 0;
        while (end > 0) {
            long begin = Math.max(0, end - BLOCK);
            ByteBuffer block = ByteBuffer.allocate((int) (end - begin));
            while (block.hasRemaining() && opened().read(block, begin + block.position()) > 0) {
                // until the block is full
            }
            for (int index = block.position() - 1; index >= 0; index--) {
                // The break that ends the last line counts as well, hence one more.
                if (block.get(index) == '\n' && ++breaks > count) {
                    return begin + index + 1;
                }
            }
            end = begin;
        }
        return 0;
    }
}
