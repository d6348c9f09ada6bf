package dev.socialhub.loadtest.overload;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers one request after the other with the given bytes, connection by connection. */
final class ScriptedServer implements AutoCloseable {

    /** Instead of an answer: the connection is closed. */
    static final String CLOSE = "";

    /** Instead of an answer: none comes. */
    static final String SILENCE = "silence";

    final AtomicInteger connections = new AtomicInteger();
    private final ConcurrentLinkedDeque<String> answers;
    private final ServerSocket socket;

    ScriptedServer(String... answers) throws IOException {
        this.answers = new ConcurrentLinkedDeque<>(Arrays.asList(answers));
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                connections.incrementAndGet();
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            while (readHead(in)) {
                String answer = answers.poll();
                if (answer == null || answer.equals(CLOSE)) {
                    return;
                }
                if (!answer.equals(SILENCE)) {
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static boolean readHead(InputStream in) throws IOException {
        int newLines = 0;
        while (newLines < 2) {
            int character = in.read();
            if (character < 0) {
                return false;
            }
            newLines = character == '\n' ? newLines + 1 : character == '\r' ? newLines : 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
