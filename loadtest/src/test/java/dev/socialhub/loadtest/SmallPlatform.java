package dev.socialhub.loadtest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers the generator's requests as the platform does, or with errors where a test sets them. */
final class SmallPlatform implements AutoCloseable {

    final Set<String> accounts = ConcurrentHashMap.newKeySet();
    final AtomicInteger signUps = new AtomicInteger();
    final Set<String> follows = ConcurrentHashMap.newKeySet();
    private final Map<String, String> posts = new ConcurrentHashMap<>();
    private final Set<String> postponed = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    volatile boolean isBusy;
    volatile boolean losesPosts;

    SmallPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/auth/signup", this::signUp);
        server.createContext("/api/v1/users/", this::follow);
        server.createContext("/api/v1/posts", this::post);
        server.createContext("/internal/ops/accounts/", this::account);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void signUp(HttpExchange exchange) throws IOException {
        String body = read(exchange);
        if (isBusy && postponed.add(body)) {
            exchange.getResponseHeaders().set("Retry-After", "0");
            answer(exchange, 503, "{}");
            return;
        }
        String id = "id" + signUps.incrementAndGet();
        accounts.add(id);
        answer(
                exchange,
                201,
                """
                {"user": {"id": "%s"}, "token": "token-of-%s", "expiresIn": 900}
                """
                        .formatted(id, id));
    }

    private void follow(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        follows.add(bearer(exchange) + " " + path);
        answer(exchange, exchange.getRequestMethod().equals("PUT") ? 200 : 405, "{}");
    }

    private void post(HttpExchange exchange) throws IOException {
        String body = read(exchange);
        if (exchange.getRequestMethod().equals("POST")) {
            String id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            posts.put(id, body);
            answer(exchange, 201, "{\"id\":\"" + id + "\"}");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        String post = posts.get(path.substring(path.lastIndexOf('/') + 1));
        answer(exchange, losesPosts ? 500 : post == null ? 404 : 200, post == null ? "{}" : post);
    }

    /** Accepts a service token by its form alone: three parts. */
    private void account(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean isOperator = bearer(exchange).split("\\.").length == 3;
        boolean exists = accounts.contains(path.substring(path.lastIndexOf('/') + 1));
        if (!isOperator || !exists) {
            answer(exchange, isOperator ? 404 : 401, "{}");
            return;
        }
        accounts.remove(path.substring(path.lastIndexOf('/') + 1));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static String bearer(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
    }

    private static String read(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
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

    @Override
    public void close() {
        server.stop(0);
    }
}
