package dev.socialhub.e2e;

import dev.socialhub.loadtest.socket.SocketIoClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Many clients in rooms of ten, on one Socket.IO server, whichever that is. */
final class RoomTraffic implements AutoCloseable {

    private static final int ROOM_SIZE = 10;
    private static final int PARALLEL_JOINS = 50;

    private final ProcessHandle server;
    private final SocketIoClient[] clients;
    private final LongAdder deliveries = new LongAdder();
    private final Queue<Long> micros = new ConcurrentLinkedQueue<>();
    private long number;

    /** What a run has cost and taken. */
    record Result(double cpuSeconds, long deliveries, double seconds, long p50, long p99) {

        double cpuPer100k() {
            return cpuSeconds / deliveries * 100_000;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f deliveries/s, %.2f CPU-s per 100,000, p50 %.1f ms, p99 %.1f ms",
                    deliveries / seconds,
                    cpuPer100k(),
                    p50 / 1e3,
                    p99 / 1e3);
        }
    }

    /**
     * Connects the clients.
     *
     * @param server the process whose CPU time is measured
     * @param tokens of the users, in turn
     */
    static RoomTraffic join(ProcessHandle server, URI target, List<String> tokens, int connections)
            throws Exception {
        RoomTraffic traffic = new RoomTraffic(server, connections);
        HttpClient http = HttpClient.newHttpClient();
        List<CompletableFuture<?>> joining = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int client = i;
            CompletableFuture<SocketIoClient> connecting =
                    SocketIoClient.connect(
                            http,
                            target,
                            tokens.get(i % tokens.size()),
                            (name, data) -> traffic.received(name, data.path("tempId").asText("")));
            joining.add(
                    connecting.thenCompose(connected -> {
                        traffic.clients[client] = connected;
                        return connected.emit("join_room", Map.of("roomId", room(client)));
                    }));
            if (joining.size() == PARALLEL_JOINS) {
                CompletableFuture.allOf(joining.toArray(CompletableFuture[]::new))
                        .get(30, TimeUnit.SECONDS);
                joining.clear();
            }
        }
        CompletableFuture.allOf(joining.toArray(CompletableFuture[]::new))
                .get(30, TimeUnit.SECONDS);
        return traffic;
    }

    private RoomTraffic(ProcessHandle server, int connections) {
        this.server = server;
        this.clients = new SocketIoClient[connections];
    }

    private static String room(int client) {
        return "peer-" + client / ROOM_SIZE;
    }

    private void received(String name, String tempId) {
        if (name.equals("new_message") || name.equals("user_typing")) {
            deliveries.increment();
            if (!tempId.isEmpty()) {
                long sent = Long.parseLong(tempId.substring(0, tempId.indexOf('-')));
                micros.add((System.nanoTime() - sent) / 1_000);
            }
        }
    }

    /** Sends events at a steady rate, and measures the second part of them. */
    Result send(String event, int rate, Duration warmUp, Duration measured) {
        send(event, rate, warmUp);
        deliveries.reset();
        micros.clear();
        Duration cpu = server.info().totalCpuDuration().orElseThrow();
        long begin = System.nanoTime();
        send(event, rate, measured);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Duration used = server.info().totalCpuDuration().orElseThrow().minus(cpu);
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Result(
                used.toNanos() / 1e9,
                deliveries.sum(),
                seconds,
                percentile(sorted, 50),
                percentile(sorted, 99));
    }

    private static long percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100];
    }

    private void send(String event, int rate, Duration time) {
        long begin = System.nanoTime();
        long count = rate * time.toSeconds();
        for (long i = 0; i < count; i++) {
            long due = begin + i * 1_000_000_000L / rate;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            int client = (int) (number++ * 7 % clients.length);
            var _ =
                    clients[client].emit(
                            event,
                            Map.of(
                                    "roomId",
                                    room(client),
                                    "message",
                                    "About as long as people write in a room.",
                                    "isTyping",
                                    true,
                                    "tempId",
                                    System.nanoTime() + "-" + number));
        }
    }

    @Override
    public void close() {
        for (SocketIoClient client : clients) {
            client.close();
        }
    }
}
