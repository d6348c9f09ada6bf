package dev.socialhub.cli.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which TCP ports of the loopback address are taken, and by which process. */
public final class PortHolders {
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private final Path proc;

    public PortHolders(Path proc) {
        this.proc = proc;
    }

    /** A process that listens on a port. */
    public record Holder(long pid, String name) {}

    /**
     * The use of a port that is meant for one process.
     *
     * @param free whether a server could listen there now
     * @param holder the process that listens there, if the system reports it
     * @param ours whether that is the process it is meant for, or a child of it
     */
    public record Use(boolean free, Optional<Holder> holder, boolean ours) {}

    /**
     * Finds out which process listens on a port.
     *
     * @param pid of the process it is meant for, if that is alive
     */
    public Use use(int port, Optional<Long> pid) {
        // The expected process first: searching all others takes a hundred times as long.
        Set<String> sockets = sockets(port);
        Optional<Holder> own =
                pid.filter(known -> holdsAny(known, sockets))
                        .map(known -> new Holder(known, name(known)));
        if (own.isPresent()) {
            return new Use(false, own, true);
        }
        if (isFree(port)) {
            return new Use(true, Optional.empty(), false);
        }
        Optional<Holder> holder = holder(port);
        boolean ours =
                holder.isPresent()
                        && pid.filter(known -> isFamily(known, holder.get().pid())).isPresent();
        return new Use(false, holder, ours);
    }

    /** Whether a server could listen on that port of 127.0.0.1 now. */
    public boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // With the option that servers use: connections in TIME_WAIT don't count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * The process that listens there; empty if there is none or the kernel doesn't let us see it.
     */
    public Optional<Holder> holder(int port) {
        Set<String> sockets = sockets(port);
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holdsAny(pid, sockets))
                .map(pid -> new Holder(pid, name(pid)))
                .findFirst();
    }

    private static boolean isFamily(long parent, long pid) {
        return parent == pid
                || ProcessHandle.of(parent).stream()
                        .flatMap(ProcessHandle::descendants)
                        .anyMatch(child -> child.pid() == pid);
    }

    /** The sockets that listen on the port, as the links of file descriptors name them. */
    private Set<String> sockets(int port) {
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> lines(proc.resolve(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> listensOn(fields, port))
                .map(fields -> "socket:[" + fields[INODE] + "]")
                .collect(Collectors.toSet());
    }

    private static boolean listensOn(String[] fields, int port) {
        return fields.length > INODE
                && fields[STATE].equals(LISTENING)
                && fields[LOCAL_ADDRESS].endsWith(String.format(Locale.ROOT, ":%04X", port));
    }

    private boolean holdsAny(long pid, Set<String> sockets) {
        try (Stream<Path> files = Files.list(proc.resolve(pid + "/fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException | UncheckedIOException endedOrNotOwned) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private String name(long pid) {
        return lines(proc.resolve(pid + "/comm")).findFirst().orElse("unknown");
    }

    private static Stream<String> lines(Path file) {
        try {
            return Arrays.stream(Files.readString(file).split("\n"));
        } catch (IOException absent) {
            return Stream.empty();
        }
    }
}
