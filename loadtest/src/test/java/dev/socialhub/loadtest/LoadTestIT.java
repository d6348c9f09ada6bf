package dev.socialhub.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged program against a small platform of its own, as an engineer would. */
class LoadTestIT {

    @TempDir Path results;

    private final AtomicInteger signUps = new AtomicInteger();
    private final Map<String, String> posts = new ConcurrentHashMap<>();
    private HttpServer platform;

    @BeforeEach
    void startPlatform() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        platform.createContext(
                "/api/v1/auth/signup",
                exchange ->
                        answer(
                                exchange,
                                201,
                                "{\"token\":\"t" + signUps.incrementAndGet() + "\"}"));
        platform.start();
    }

    @AfterEach
    void stopPlatform() {
        platform.stop(0);
    }

    @Test
    void exitsWithZeroWhenEveryNewcomerGetsThrough() throws Exception {
        platform.createContext("/api/v1/posts", this::keepOrShowPost);
        assertThat(run()).isZero();
        assertThat(signUps).hasPositiveValue();
        assertThat(posts).hasSize(signUps.get());
    }

    @Test
    void exitsWithTwoWhenRequestsFail() throws Exception {
        platform.createContext("/api/v1/posts", exchange -> answer(exchange, 500, "{}"));
        assertThat(run()).isEqualTo(2);
    }

    private void keepOrShowPost(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            String id = exchange.getRequestHeaders().getFirst("Authorization").substring(7);
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            posts.put(id, body);
            answer(exchange, 201, "{\"id\":\"" + id + "\"}");
        } else {
            String path = exchange.getRequestURI().getPath();
            String post = posts.get(path.substring(path.lastIndexOf('/') + 1));
            answer(exchange, post == null ? 404 : 200, post == null ? "{}" : post);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private int run() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = Path.of(System.getProperty("socialhub.dist"), "loadtest.jar");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        java.toString(),
                                        "-Dtarget=http://127.0.0.1:"
                                                + platform.getAddress().getPort(),
                                        "-Drate=3",
                                        "-Dseconds=2",
                                        "-jar",
                                        program.toString(),
                                        "SignUpPostReadSimulation",
                                        results.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(results.resolve("console.txt").toFile())
                        .start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("the run ends by itself").isTrue();
        return process.exitValue();
    }
}
