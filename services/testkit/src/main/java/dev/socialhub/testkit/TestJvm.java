package dev.socialhub.testkit;

import dev.socialhub.backing.wire.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The JVM that runs these tests, one of several that work side by side: forks of a module, and
 * modules that are built in parallel. Each has servers and ports of its own: what one test breaks
 * or says on the bus, no test of another JVM notices.
 */
public final class TestJvm {
    private static final int FIRST_PORT = 20_000;
    private static final int APART = 2_000;

    /** Further instances of a service listen some hundreds above its first. */
    private static final int PORTS = 1_500;

    /** Beyond its ports the system chooses those of outgoing connections. */
    private static final int LAST = 6;

    /**
     * The locked files. They are kept, since a channel without a reference is closed by the garbage
     * collector, which releases its number to the next JVM.
     */
    private static final Queue<FileChannel> CLAIMS = new ConcurrentLinkedQueue<>();

    private TestJvm() {}

    private static final class Own {
        private static final int NUMBER = number(System.getProperty("socialhub.fork"));
    }

    /** Counted from 1; the first that no other test JVM of this working tree has. */
    public static int number() {
        return Own.NUMBER;
    }

    private static int number(@Nullable String configured) {
        return configured == null
                ? claim(TestFolders.programs().resolveSibling("test-forks"))
                : Integer.parseInt(configured);
    }

    /** The number stays claimed until the JVM ends, however it ends. */
    static int claim(Path folder) {
        try {
            Files.createDirectories(folder);
            for (int number = 1; number <= LAST; number++) {
                if (isClaimed(folder.resolve(Integer.toString(number)))) {
                    return number;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException(LAST + " JVMs run tests in this working tree already");
    }

    private static boolean isClaimed(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return false;
        }
        CLAIMS.add(channel);
        return true;
    }

    /**
     * A port of this fork's that was free a moment ago. Other forks choose from other numbers: none
     * of them takes it before it is used.
     */
    public static int freePort() {
        return Loopback.freePort(firstPort(number()), firstPort(number()) + PORTS);
    }

    static int firstPort(int fork) {
        if (fork < 1 || fork > LAST) {
            throw new IllegalStateException("there are ports for forks 1 to " + LAST);
        }
        return FIRST_PORT + APART * (fork - 1);
    }
}
