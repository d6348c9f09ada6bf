package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.socialhub.gateway.testkit.GatewayProcess;
import dev.socialhub.gateway.testkit.RawCaller;
import dev.socialhub.gateway.testkit.StubService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The packaged program: what it requires, and how it ends. */
class GatewayProgramIT {

    private static final long BODY_BYTES = 100L * 1024 * 1024;
    private static final byte[] BLOCK = new byte[64 * 1024];

    @Test
    void carriesBodiesThatAreLargerThanAllItsMemory() throws Exception {
        try (StubService posts =
                        new StubService("posts")
                                .handling("/api/v1/posts", GatewayProgramIT::count)
                                .handling("/api/v1/posts/large", GatewayProgramIT::pour);
                GatewayProcess gateway = new GatewayProcess(posts)) {
            HttpRequest upload =
                    gateway.request("/api/v1/posts")
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .POST(BodyPublishers.fromPublisher(zeros(), BODY_BYTES))
                            .build();
            assertThat(gateway.http().send(upload, BodyHandlers.ofString()).body())
                    .isEqualTo(Long.toString(BODY_BYTES));

            HttpRequest download = gateway.request("/api/v1/posts/large").build();
            HttpResponse<InputStream> answer =
                    gateway.http().send(download, BodyHandlers.ofInputStream());
            assertThat(answer.body().transferTo(OutputStream.nullOutputStream()))
                    .isEqualTo(BODY_BYTES);
        }
    }

    @Test
    void endsRequestsUnderWayBeforeItEnds() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        try (StubService posts =
                        new StubService("posts")
                                .handling(
                                        "/api/v1/posts/slow",
                                        exchange -> {
                                            arrived.countDown();
                                            await(mayAnswer);
                                            pour(exchange);
                                        });
                GatewayProcess gateway = new GatewayProcess(posts)) {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    gateway.http()
                            .sendAsync(
                                    gateway.request("/api/v1/posts/slow").build(),
                                    BodyHandlers.ofByteArray());
            await(arrived);
            gateway.terminate();
            Awaitility.await().until(() -> refusesConnections(gateway));
            assertThat(answer).isNotDone();
            mayAnswer.countDown();

            assertThat(answer.join().body()).hasSize((int) BODY_BYTES);
            assertThat(answer.join().headers().firstValue("Connection")).hasValue("close");
            assertThat(gateway.awaitEnd(Duration.ofSeconds(15))).isTrue();
        }
    }

    private static boolean refusesConnections(GatewayProcess gateway) throws IOException {
        try (RawCaller _ = new RawCaller(gateway.port())) {
            return false;
        } catch (ConnectException refused) {
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest.BodyPublisher zeros() {
        return BodyPublishers.ofByteArrays(() ->
                LongStream.range(0, BODY_BYTES / BLOCK.length).mapToObj(_ -> BLOCK).iterator());
    }

    private static void count(HttpExchange exchange) throws IOException {
        long bytes = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        byte[] answer = Long.toString(bytes).getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static void pour(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, BODY_BYTES);
        try (OutputStream out = exchange.getResponseBody()) {
            for (long sent = 0; sent < BODY_BYTES; sent += BLOCK.length) {
                out.write(BLOCK);
            }
        }
    }
}
