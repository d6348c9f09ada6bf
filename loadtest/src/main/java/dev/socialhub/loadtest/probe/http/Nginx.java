package dev.socialhub.loadtest.probe.http;

import dev.socialhub.loadtest.probe.CpuTimes;
import dev.socialhub.loadtest.probe.ProbeSkipped;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An nginx with default settings, which forwards every request. */
final class Nginx implements AutoCloseable {

    private static final long TIMEOUT = TimeUnit.SECONDS.toNanos(10);

    /** What ends nginx when this program is gone: the shell's standard input is closed then. */
    private static final String SCRIPT =
            "\"$0\" -p \"$1\" -c \"$1/nginx.conf\" -e \"$1/error.log\" & n=$!;"
                    + " cat >/dev/null; kill -TERM $n; wait $n";

    private final Process shell;
    private final int port;

    private Nginx(Process shell, int port) {
        this.shell = shell;
        this.port = port;
    }

    /** The program, where it is installed. */
    static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts nginx, and returns when it listens.
     *
     * @param folder for its files; is made
     * @throws ProbeSkipped if it doesn't
     */
    static Nginx start(Path program, Path folder, List<URI> upstreams)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = freePort();
        Files.writeString(folder.resolve("nginx.conf"), configuration(port, upstreams));
        Process shell =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                SCRIPT,
                                program.toString(),
                                folder.toAbsolutePath().toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(folder.resolve("output.txt").toFile())
                        .start();
        Nginx nginx = new Nginx(shell, port);
        try {
            nginx.awaitListening(folder);
            return nginx;
        } catch (IOException | InterruptedException | ProbeSkipped failure) {
            nginx.close();
            throw failure;
        }
    }

    int port() {
        return port;
    }

    /** Of its master and its workers. */
    long cpuNanos() {
        return CpuTimes.of(
                shell.descendants()
                        .filter(process -> process.info().command().orElse("").endsWith("nginx"))
                        .map(ProcessHandle::pid)
                        .toList());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        shell.getOutputStream().close();
        if (!shell.waitFor(10, TimeUnit.SECONDS)) {
            try (Stream<ProcessHandle> left = shell.descendants()) {
                left.forEach(ProcessHandle::destroyForcibly);
            }
            shell.destroyForcibly().waitFor();
        }
    }

    private void awaitListening(Path folder) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT;
        while (!listens()) {
            if (System.nanoTime() > deadline || !shell.isAlive()) {
                throw new ProbeSkipped("nginx doesn't start (" + lastLine(folder) + ")");
            }
            Thread.sleep(20);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String lastLine(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("output.txt"));
        return lines.isEmpty() ? "it printed nothing" : lines.getLast();
    }

    /** Only the necessary settings; all others are nginx's defaults. */
    private static String configuration(int port, List<URI> upstreams) {
        return """
        daemon off;
        worker_processes auto;
        pid nginx.pid;
        events { worker_connections 512; }
        http {
            access_log access.log;
            # Clients keep their connections, like those of the gateway.
            keepalive_requests 10000000;
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            upstream service {
                %s
                keepalive 32;
                keepalive_requests 10000000;
            }
            server {
                listen 127.0.0.1:%d;
                location / {
                    proxy_pass http://service;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                }
            }
        }
        """
                .formatted(
                        upstreams.stream()
                                .map(one -> "server %s:%d;".formatted(one.getHost(), one.getPort()))
                                .collect(Collectors.joining(" ")),
                        port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
