package dev.socialhub.testkit.fault;

import dev.socialhub.testkit.TestJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line to a server on 127.0.0.1 that can be made slow, dead or cut. A client connects to {@link
 * #port} instead of the server's own. All switches may be turned at any time, by any thread.
 */
public final class TcpProxy implements AutoCloseable {
    private static final int BACKLOG = 128;

    private final InetSocketAddress target;
    private final InetSocketAddress address;
    private final ProxyLine line = new ProxyLine();
    private final Set<Link> links = new HashSet<>();
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;
    private long accepted;

    private TcpProxy(int targetPort) {
        var loopback = InetAddress.getLoopbackAddress();
        target = new InetSocketAddress(loopback, targetPort);
        address = new InetSocketAddress(loopback, TestJvm.freePort());
    }

    /**
     * Listens in front of the server at that port, which need not be up yet.
     *
     * @throws UncheckedIOException if it can't listen
     */
    public static TcpProxy before(int targetPort) {
        var proxy = new TcpProxy(targetPort);
        proxy.listen();
        return proxy;
    }

    public int port() {
        return address.getPort();
    }

    /** How many connections clients have made so far, whatever became of them. */
    public synchronized long connections() {
        return accepted;
    }

    /**
     * From now on whatever is sent arrives this much later, each way; what follows it is read only
     * then, as on a line with a small window.
     */
    public void delay(Duration each) {
        line.delay(each);
    }

    /**
     * Nothing comes through any more, as when a switch drops all packets: connections are accepted
     * and stay, and stay silent. What is sent meanwhile arrives when the line is healed, because
     * TCP would send it again.
     */
    public void blackHole() {
        line.die();
    }

    /** Ends all connections and refuses new ones, as the kernel does for a server that is down. */
    public void cut() {
        Thread ending = closeAll();
        // Until the thread has left the socket, the kernel accepts connections for it.
        boolean interrupted = false;
        while (ending != null && ending.isAlive()) {
            try {
                ending.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread closeAll() {
        close(listener);
        listener = null;
        List.copyOf(links).forEach(Link::close);
        links.clear();
        return acceptor;
    }

    /** Back to a line that carries everything at once; connections that were cut stay so. */
    public synchronized void heal() {
        line.heal();
        if (listener == null || listener.isClosed()) {
            listen();
        }
    }

    @Override
    public void close() {
        cut();
    }

    private synchronized void listen() {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(address, BACKLOG);
            listener = socket;
            // Not a virtual one: closing a socket that such a thread waits at leaves the port open
            // until the thread has noticed.
            acceptor = Thread.ofPlatform().daemon().name("proxy").start(() -> acceptFrom(socket));
        } catch (IOException e) {
            throw new UncheckedIOException("no proxy can listen at " + address, e);
        }
    }

    private void acceptFrom(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                open(socket, socket.accept());
            } catch (IOException e) {
                // Closed by a cut; anything else would come again and is seen by the next client.
                close(socket);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // Whether it is that very socket.
    private synchronized void open(ServerSocket socket, Socket client) throws IOException {
        if (socket != listener) {
            client.close();
            return;
        }
        accepted++;
        var link = new Link(line, client);
        links.add(link);
        link.open(target, () -> forget(link));
    }

    private synchronized void forget(Link link) {
        links.remove(link);
    }

    private static void close(@Nullable ServerSocket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
