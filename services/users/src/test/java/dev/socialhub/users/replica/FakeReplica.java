package dev.socialhub.users.replica;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.contracts.user.PushedEdges;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands in for a service with a replica: accepts edges, or is unavailable. */
final class FakeReplica implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    final List<EdgeSnapshot> received = new CopyOnWriteArrayList<>();
    volatile boolean away;
    private final HttpServer server;

    FakeReplica() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/edges", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The edges from this user that were received, in the order of arrival. */
    List<EdgeSnapshot> receivedFrom(UUID from) {
        return received.stream().filter(edge -> edge.fromId().equals(from)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        PushedEdges pushed =
                Objects.requireNonNull(
                        JSON.readValue(
                                exchange.getRequestBody().readAllBytes(), PushedEdges.class));
        boolean trusted = exchange.getRequestHeaders().getFirst("Authorization") != null;
        if (!away && trusted) {
            received.addAll(pushed.edges());
        }
        exchange.sendResponseHeaders(away ? 503 : trusted ? 204 : 401, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
