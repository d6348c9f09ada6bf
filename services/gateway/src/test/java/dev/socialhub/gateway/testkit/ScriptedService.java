package dev.socialhub.gateway.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A service that misbehaves byte by byte, according to its script. The gateway's own requests are
 * answered correctly; they are not part of the script.
 */
public final class ScriptedService implements AutoCloseable {

    /** What happens on a connection once a request's head has been read. */
    @FunctionalInterface
    public interface Script {
        void play(Conversation conversation) throws IOException;
    }

    /**
     * One request on a connection; the script may read its body and write whatever it likes.
     *
     * @param number counts the requests, from 1, over all connections
     */
    public record Conversation(
            int number, String head, InputStream in, OutputStream out, Socket socket) {

        public void say(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        /** Closes with a reset instead of an orderly end. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private final ServerSocket server;
    private final Script script;
    private final String node;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    public ScriptedService(Script script) {
        this(script, "node");
    }

    /**
     * Starts the service.
     *
     * @param node the node that it reports to be
     */
    public ScriptedService(Script script, String node) {
        this.script = script;
        this.node = node;
        try {
            server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** The heads of all requests so far, without health checks. */
    public List<String> heads() {
        return heads;
    }

    /** How many connections are open now. */
    public int connections() {
        return sockets.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (String head = readHead(in); !head.isEmpty(); head = readHead(in)) {
                if (head.startsWith("GET /health/")) {
                    out.write(
                            "HTTP/1.1 200 OK\r\nX-Node-Id: %s\r\nContent-Length: 2\r\n\r\nUP"
                                    .formatted(node)
                                    .getBytes(StandardCharsets.ISO_8859_1));
                    continue;
                }
                if (head.startsWith("GET / ")) {
                    out.write(
                            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.ISO_8859_1));
                    continue;
                }
                sockets.add(socket);
                int number;
                synchronized (heads) {
                    heads.add(head);
                    number = heads.size();
                }
                script.play(new Conversation(number, head, in, out, socket));
            }
        } catch (IOException closed) {
            // Closed by the script or by the gateway; tests check what the caller sees.
        } finally {
            sockets.remove(socket);
        }
    }

    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
