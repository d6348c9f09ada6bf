package dev.socialhub.gateway.testkit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A well-behaved service. It reports that it is ready, states its release, and answers everything
 * else with {@code "<name> <method> <uri>"}, or with the request's own body if there is one.
 */
public final class StubService implements AutoCloseable {

    /** A request as the service received it. */
    public record Seen(String method, String uri, Headers headers) {}

    private final HttpServer server;
    private volatile boolean ready = true;
    private volatile String version = "1.2.3";
    private volatile String node = "";
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    public StubService(String name) {
        this(name, 0);
    }

    public StubService(String name, int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(name, exchange));
        handling(
                "/health/readiness",
                exchange -> {
                    if (!node.isEmpty()) {
                        exchange.getResponseHeaders().set("X-Node-Id", node);
                    }
                    exchange.sendResponseHeaders(ready ? 200 : 503, -1);
                    exchange.close();
                });
        server.start();
    }

    /** Answers this path, and those below it, with a text. */
    public StubService answering(String path, String body) {
        return handling(path, exchange -> reply(exchange, body.getBytes(StandardCharsets.UTF_8)));
    }

    public StubService handling(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return this;
    }

    /** Sets whether it reports that it is ready; it works in either case. */
    public void setReady(boolean isReady) {
        ready = isReady;
    }

    /** Sets the release that it reports. */
    public StubService setVersion(String released) {
        version = released;
        return this;
    }

    /** Sets the node that it reports to be; empty for none. */
    public StubService setNode(String name) {
        node = name;
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public List<Seen> seen() {
        return seen;
    }

    public Seen last() {
        return seen.getLast();
    }

    private void answer(String name, HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/")) {
            String banner = "{\"service\":\"%s\",\"version\":\"%s\"}".formatted(name, version);
            reply(exchange, banner.getBytes(StandardCharsets.UTF_8));
        } else {
            echo(name, exchange);
        }
    }

    private void echo(String name, HttpExchange exchange) throws IOException {
        seen.add(
                new Seen(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders()));
        Headers headers = exchange.getRequestHeaders();
        boolean hasBody =
                headers.containsKey("Transfer-encoding")
                        || !"0"
                                .equals(
                                        headers.getOrDefault("Content-length", List.of("0"))
                                                .getFirst());
        if (!hasBody) {
            String text = name + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI();
            reply(exchange, text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        try (InputStream in = exchange.getRequestBody();
                OutputStream out = exchange.getResponseBody()) {
            in.transferTo(out);
        }
    }

    private static void reply(HttpExchange exchange, byte[] body) throws IOException {
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        if (isHead) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        }
        exchange.sendResponseHeaders(200, isHead ? -1 : body.length);
        if (!isHead) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
