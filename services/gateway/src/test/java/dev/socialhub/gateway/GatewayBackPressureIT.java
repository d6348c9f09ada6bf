package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.socialhub.gateway.testkit.RawCaller;
import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.ScriptedService;
import dev.socialhub.gateway.testkit.ScriptedService.Conversation;
import dev.socialhub.gateway.testkit.StubService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gateway never reads from one side faster than the other side accepts the data. */
class GatewayBackPressureIT {

    private static final long UPLOAD_BYTES = 100L * 1024 * 1024;
    private static final CountDownLatch MAY_READ = new CountDownLatch(1);

    private static final StubService USERS = new StubService("users");
    private static final ScriptedService POSTS =
            new ScriptedService(GatewayBackPressureIT::readWhenAllowed);
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(Map.of("USERS_URL", USERS.url(), "POSTS_URL", POSTS.url()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        USERS.close();
        POSTS.close();
    }

    @Test
    void readsNoFasterFromAServiceThanTheCallerTakes() throws IOException {
        AtomicLong sent = new AtomicLong();
        CountDownLatch closed = new CountDownLatch(1);
        USERS.handling("/api/v1/users/firehose", exchange -> pour(exchange, sent, closed));
        try (RawCaller caller = gateway.raw()) {
            caller.send(authorized("GET", "/users/firehose", ""));
            Awaitility.await().until(() -> sent.get() > 100_000);
            long stalledAt = awaitStandstill(sent);

            // As much as fits into the sockets' buffers and the gateway's write buffers, and no
            // more.
            assertThat(stalledAt).isLessThan(30L * 1024 * 1024);
            caller.in().skipNBytes(2 * stalledAt);
            assertThat(sent.get()).isGreaterThan(stalledAt);
        }
        // No caller reads any more, so the service is told to stop.
        Awaitility.await().until(() -> closed.getCount() == 0);
    }

    private static long awaitStandstill(AtomicLong counter) {
        AtomicLong before = new AtomicLong(-1);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(400))
                .until(() -> before.getAndSet(counter.get()) == counter.get());
        return counter.get();
    }

    private static void pour(HttpExchange exchange, AtomicLong sent, CountDownLatch closed)
            throws IOException {
        byte[] block = new byte[64 * 1024];
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                out.write(block);
                sent.addAndGet(block.length);
            }
        } finally {
            closed.countDown();
        }
    }

    @Test
    void takesNoMoreFromACallerThanAServiceReads() throws Exception {
        AtomicLong written = new AtomicLong();
        try (RawCaller caller = gateway.raw()) {
            Thread writer = Thread.ofVirtual().start(() -> upload(caller, written));
            Awaitility.await().until(() -> written.get() > 100_000);
            assertThat(awaitStandstill(written)).isLessThan(30L * 1024 * 1024);

            MAY_READ.countDown();
            assertThat(caller.read().text()).isEqualTo(Long.toString(UPLOAD_BYTES));
            writer.join();
            assertThat(written).hasValue(UPLOAD_BYTES);
        }
    }

    private static void upload(RawCaller caller, AtomicLong written) {
        byte[] block = new byte[64 * 1024];
        try {
            caller.send(
                    authorized(
                            "POST",
                            "/posts",
                            "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                                    + UPLOAD_BYTES
                                    + "\r\n"));
            while (written.get() < UPLOAD_BYTES) {
                caller.send(block);
                written.addAndGet(block.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readWhenAllowed(Conversation talk) throws IOException {
        try {
            MAY_READ.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long left = UPLOAD_BYTES;
        byte[] block = new byte[64 * 1024];
        while (left > 0) {
            left -= talk.in().readNBytes(block, 0, (int) Math.min(left, block.length));
        }
        String count = Long.toString(UPLOAD_BYTES);
        talk.say("HTTP/1.1 200 OK\r\nContent-Length: " + count.length() + "\r\n\r\n" + count);
    }

    private static String authorized(String method, String path, String headers) {
        return "%s %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n%s\r\n"
                .formatted(method, path, gateway.token(), headers);
    }
}
