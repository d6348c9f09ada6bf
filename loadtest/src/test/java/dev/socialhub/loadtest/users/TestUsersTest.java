package dev.socialhub.loadtest.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.socialhub.contracts.identity.ServiceTokenSigner;
import dev.socialhub.loadtest.platform.Api;
import dev.socialhub.loadtest.platform.GeneratorTokens;
import dev.socialhub.loadtest.run.ProgressReporter;
import dev.socialhub.loadtest.run.RunRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestUsersTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String KEY = "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=";

    private final AtomicInteger signedIn = new AtomicInteger();
    private final Queue<String> operatorRequests = new ConcurrentLinkedQueue<>();
    private final ProgressReporter reporter =
            new ProgressReporter(
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    private final List<String> warnings = new ArrayList<>();
    private HttpServer platform;
    private Api api;
    private TestUsers testUsers;

    @BeforeEach
    void startPlatform() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        platform.createContext("/api/v1/auth/signup", exchange -> signIn(exchange, 201));
        platform.createContext("/api/v1/auth/login", exchange -> signIn(exchange, 200));
        platform.createContext("/internal/ops/accounts/", this::account);
        platform.start();
        api = new Api(URI.create("http://127.0.0.1:" + platform.getAddress().getPort()));
        testUsers = new TestUsers("run", "password", api, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stopPlatform() {
        platform.stop(0);
    }

    @Test
    void renewsTokensBeforeTheyEndAndNotAllAtOnce() {
        testUsers.signUp(4, reporter);
        renewalAt(Duration.ofSeconds(400)).renewDue();
        assertThat(signedIn).as("no token is due").hasValue(4);
        renewalAt(Duration.ofSeconds(530)).renewDue();
        assertThat(signedIn).as("the first two are").hasValue(6);
        renewalAt(Duration.ofSeconds(725)).renewDue();
        assertThat(signedIn).as("the others are").hasValue(8);
        assertThat(testUsers.createdUsers().getFirst().bearer()).startsWith("Bearer token");
    }

    @Test
    void deletesAllUsersOnceAlsoAfterUnansweredSignUps() {
        testUsers.signUp(2, reporter);
        String lost = testUsers.reserveUsername();
        Cleanup cleanup = cleanup(GeneratorTokens.under(KEY, Clock.systemUTC()));
        cleanup.deleteUsers();
        cleanup.deleteUsers();
        assertThat(operatorRequests)
                .containsExactlyInAnyOrder(
                        "DELETE id1", "DELETE id2", "GET " + lost, "DELETE found");
        assertThat(warnings).isEmpty();
        assertThatThrownBy(testUsers::reserveUsername).isInstanceOf(RunRefused.class);
    }

    @Test
    void reportsRemainingUsersWithoutAKey() {
        testUsers.signUp(2, reporter);
        cleanup(Optional.empty()).deleteUsers();
        assertThat(operatorRequests).isEmpty();
        assertThat(warnings)
                .containsExactly(
                        "the 2 users of this run stay: SERVICE_TOKEN_KEY isn't set, or isn't"
                                + " a key");
    }

    private TokenRenewal renewalAt(Duration later) {
        Clock clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
        return new TokenRenewal(testUsers, api, clock, warnings::add);
    }

    private Cleanup cleanup(Optional<ServiceTokenSigner> token) {
        return new Cleanup(testUsers, api, token, warnings::add);
    }

    private void signIn(HttpExchange exchange, int status) throws IOException {
        int number = signedIn.incrementAndGet();
        answer(
                exchange,
                status,
                "{\"user\": {\"id\": \"id%d\"}, \"token\": \"token%d\", \"expiresIn\": 900}"
                        .formatted(number, number));
    }

    private void account(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        operatorRequests.add(
                exchange.getRequestMethod() + " " + path.substring(path.lastIndexOf('/') + 1));
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, "{\"id\": \"found\"}");
        } else {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
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
}
