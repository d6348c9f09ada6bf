package dev.socialhub.people.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.BlockDeleted;
import dev.socialhub.contracts.user.EdgeEvent;
import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.FollowDeleted;
import dev.socialhub.contracts.user.ProfileSnapshot;
import dev.socialhub.contracts.user.SnapshotPage;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A fake users service: its edges and profiles, which may change at any time, and its snapshots.
 */
public final class FakeUsers implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    public final ConcurrentSkipListMap<String, EdgeSnapshot> edges = new ConcurrentSkipListMap<>();
    public final ConcurrentSkipListMap<String, ProfileSnapshot> profiles =
            new ConcurrentSkipListMap<>();

    /** The headers of every request received, the latest one last. */
    public final Deque<Headers> asked = new ConcurrentLinkedDeque<>();

    public volatile boolean away;
    private final HttpServer server;

    public FakeUsers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/snapshots/edges", exchange -> list(exchange, edges));
        server.createContext("/internal/snapshots/profiles", exchange -> list(exchange, profiles));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Creates an edge or removes it; returns the event that the users service would publish. */
    public EdgeEvent toggle(EdgeKind kind, UUID from, UUID to) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        EdgeSnapshot first = new EdgeSnapshot(kind, from, to, true, 1, now);
        return event(
                edges.merge(
                        first.key(),
                        first,
                        (present, _) ->
                                new EdgeSnapshot(
                                        kind,
                                        from,
                                        to,
                                        !present.active(),
                                        present.version() + 1,
                                        now)));
    }

    public EdgeEvent follow(UUID from, UUID to) {
        return toggle(EdgeKind.FOLLOW, from, to);
    }

    public static EdgeEvent event(EdgeSnapshot edge) {
        UUID from = edge.fromId();
        UUID to = edge.toId();
        Instant at = edge.changedAt();
        long version = edge.version();
        return switch (edge.kind()) {
            case FOLLOW ->
                    edge.active()
                            ? new FollowCreated(from, "somebody", to, at, version)
                            : new FollowDeleted(from, to, at, version);
            case BLOCK ->
                    edge.active()
                            ? new BlockCreated(from, to, at, version)
                            : new BlockDeleted(from, to, at, version);
        };
    }

    private <R> void list(HttpExchange exchange, NavigableMap<String, R> rows) throws IOException {
        asked.add(exchange.getRequestHeaders());
        boolean trusted = exchange.getRequestHeaders().getFirst("Authorization") != null;
        if (away || !trusted) {
            exchange.sendResponseHeaders(away ? 503 : 401, -1);
            exchange.close();
            return;
        }
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        int limit = Integer.parseInt(query.getOrDefault("limit", "1000"));
        List<Map.Entry<String, R>> page =
                rows.tailMap(query.getOrDefault("after", ""), false).entrySet().stream()
                        .limit(limit)
                        .toList();
        String next = page.size() < limit ? null : page.getLast().getKey();
        byte[] body =
                JSON.writeValueAsBytes(
                        new SnapshotPage<>(page.stream().map(Map.Entry::getValue).toList(), next));
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Map<String, String> query(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
