package dev.socialhub.loadtest.probe.http;

import dev.socialhub.loadtest.platform.Api;
import dev.socialhub.loadtest.probe.ProbePace;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends the same request again and again over connections that it keeps, as the load's clients do,
 * and takes little CPU itself.
 */
final class RequestSender {

    /** As many as the load's clients share at usual rates. */
    private static final int CONNECTIONS = 8;

    private static final int TIMEOUT_MILLIS = 10_000;

    private final int port;
    private final byte[] request;

    /**
     * @param headers lines such as {@code Authorization: Bearer x}
     */
    RequestSender(int port, String path, List<String> headers) {
        this.port = port;
        StringBuilder text = new StringBuilder("GET %s HTTP/1.1\r\n".formatted(path));
        text.append("Host: 127.0.0.1:").append(port).append("\r\n");
        text.append("Accept: application/json\r\nContent-Type: application/json\r\n");
        text.append("User-Agent: socialhub-loadtest\r\n");
        headers.forEach(header -> text.append(header).append("\r\n"));
        this.request = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Sends requests at this pace.
     *
     * @throws IOException if an answer is missing, or isn't 200
     */
    long ask(ProbePace pace) throws IOException, InterruptedException {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(
                        CONNECTIONS, Thread.ofPlatform().daemon().name("sending-", 0).factory())) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                counts.add(threads.submit(() -> sendOnOneConnection(pace)));
            }
            long sum = 0;
            for (Future<Long> count : counts) {
                sum += count.get();
            }
            return sum;
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            String reason = cause instanceof IOException io ? Api.reason(io) : "" + cause;
            throw new IOException("port " + port + ": " + reason, failure);
        }
    }

    private long sendOnOneConnection(ProbePace pace) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            long sent = 0;
            while (pace.next()) {
                out.write(request);
                readAnswer(in);
                sent++;
            }
            return sent;
        }
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("answered " + status);
        }
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                throw new IOException("answered in chunks");
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = in.read(); character != '\n'; character = in.read()) {
            if (character < 0) {
                throw new EOFException("closed the connection");
            }
            if (character != '\r') {
                line.append((char) character);
            }
        }
        return line.toString();
    }
}
