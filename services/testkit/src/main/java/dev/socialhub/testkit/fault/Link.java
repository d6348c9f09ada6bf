package dev.socialhub.testkit.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One client's connection and the one to the server behind it. */
final class Link {
    private static final int CHUNK = 16 * 1024;
    private static final int CONNECT_MILLIS = 5_000;

    private final ProxyLine line;
    private final Socket client;
    private final Socket server = new Socket();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    Link(ProxyLine line, Socket client) {
        this.line = line;
        this.client = client;
    }

    /** Carries both ways until either side ends. */
    void open(InetSocketAddress target, Runnable ended) {
        run(() -> {
            try {
                line.awaitLife();
                server.connect(target, CONNECT_MILLIS);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                var back = run(() -> pump(server, client));
                pump(client, server);
                back.join();
            } catch (IOException | InterruptedException over) {
                // The server refused, or the proxy was cut: the client sees its connection end.
            } finally {
                close();
                ended.run();
            }
        });
    }

    /** Ends both connections at once. */
    void close() {
        try (client;
                server) {
            threads.forEach(Thread::interrupt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Thread run(Runnable task) {
        var thread = Thread.ofVirtual().unstarted(task);
        threads.add(thread);
        thread.start();
        return thread;
    }

    private void pump(Socket from, Socket to) {
        var chunk = new byte[CHUNK];
        try {
            for (var read = 0; (read = from.getInputStream().read(chunk)) >= 0; ) {
                line.carry();
                to.getOutputStream().write(chunk, 0, read);
            }
            line.carry();
            to.shutdownOutput();
        } catch (IOException | InterruptedException broken) {
            close();
        }
    }
}
