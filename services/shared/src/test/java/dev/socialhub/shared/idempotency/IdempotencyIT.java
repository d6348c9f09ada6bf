package dev.socialhub.shared.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import dev.socialhub.shared.testing.Settings;
import dev.socialhub.shared.testing.ThingTable;
import dev.socialhub.testkit.TestServers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.transaction.TransactionOperations;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One key, one effect. */
class IdempotencyIT {

    private static final Map<String, Object> BODY = Map.of("content", "hi");

    private static ApplicationContext context;
    private static Idempotency idempotency;
    private static TransactionOperations<Connection> transactions;

    private final Caller ada = caller();
    private final UUID thing = UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void start() {
        context =
                ApplicationContext.run(
                        Settings.with(Settings.newDatabase(), TestServers.shared().kafkaBrokers()));
        idempotency = context.getBean(Idempotency.class);
        transactions = context.getBean(TransactionOperations.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void givesTheFirstAnswerAgain() {
        HttpResponse<?> first = create(ada, key, BODY);
        HttpResponse<?> second = create(ada, key, BODY);
        assertThat(first.code()).isEqualTo(201);
        assertThat(second.code()).isEqualTo(201);
        assertThat(text(second)).isEqualTo(text(first)).isEqualTo("{\"version\":1}");
        assertThat(first.getHeaders().contains(Idempotency.REPLAYED)).isFalse();
        assertThat(second.getHeaders().get(Idempotency.REPLAYED)).isEqualTo("true");
        assertThat(second.getHeaders().get("Location")).isEqualTo("/things/" + thing);
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void takesTheOlderHeaderToo() {
        idempotency.once(ada, request("X-Idempotency-Key", key), BODY, this::effect);
        create(ada, key, BODY);
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void takesAnAddressWithASlashForTheSame() {
        create(ada, key, BODY);
        MutableHttpRequest<?> request =
                HttpRequest.POST("/things/", BODY).header(IdempotencyKey.HEADER, key);

        HttpResponse<?> again = idempotency.once(ada, request, BODY, this::effect);

        assertThat(again.getHeaders().get(Idempotency.REPLAYED)).isEqualTo("true");
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void acts50TimesAsOne() throws Exception {
        int requests = 50;
        CountDownLatch go = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < requests; i++) {
                answers.add(
                        threads.submit(() -> {
                            go.await();
                            return outcome();
                        }));
            }
            go.countDown();
        }
        List<String> outcomes = new ArrayList<>();
        for (Future<String> answer : answers) {
            outcomes.add(answer.get());
        }
        assertThat(version()).isEqualTo(1);
        assertThat(outcomes)
                .containsOnlyOnce("first")
                .allMatch(Set.of("first", "replayed", "running")::contains);
    }

    private String outcome() {
        try {
            return create(ada, key, BODY).getHeaders().contains(Idempotency.REPLAYED)
                    ? "replayed"
                    : "first";
        } catch (ProblemException e) {
            assertThat(e.type()).isEqualTo(ProblemType.IN_PROGRESS);
            assertThat(e.retryAfter()).isNotNull();
            return "running";
        }
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        create(ada, key, BODY);
        assertThatThrownBy(() -> create(ada, key, Map.of("content", "other")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.type()).isEqualTo(ProblemType.KEY_REUSED));
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void separatesUsersAndAddresses() {
        create(ada, key, BODY);
        create(caller(), key, BODY);
        idempotency.once(
                ada,
                HttpRequest.POST("/others", BODY).header(IdempotencyKey.HEADER, key),
                BODY,
                this::effect);
        assertThat(version()).isEqualTo(3);
    }

    @Test
    void storesNoFailure() {
        assertThatThrownBy(() ->
                        idempotency.once(
                                ada,
                                request(IdempotencyKey.HEADER, key),
                                BODY,
                                () -> {
                                    effect();
                                    throw ProblemException.notFound("gone");
                                }))
                .isInstanceOf(ProblemException.class);
        assertThat(version()).isZero();
        assertThat(create(ada, key, BODY).getHeaders().contains(Idempotency.REPLAYED)).isFalse();
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void actsEachTimeWithoutAKey() {
        HttpRequest<?> request = HttpRequest.POST("/things", BODY);
        idempotency.once(ada, request, BODY, this::effect);
        idempotency.once(ada, request, BODY, this::effect);
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void refusesKeysThatAreNone() {
        for (String bad : new String[] {"", "a b", "a".repeat(256)}) {
            assertThatThrownBy(() -> create(ada, bad, BODY))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID));
        }
    }

    private HttpResponse<?> create(Caller caller, String key, Object body) {
        return idempotency.once(caller, request(IdempotencyKey.HEADER, key), body, this::effect);
    }

    private static MutableHttpRequest<?> request(String header, String key) {
        return HttpRequest.POST("/things", BODY).header(header, key);
    }

    private HttpResponse<?> effect() {
        long version =
                transactions.executeWrite(
                        status -> ThingTable.write(status.getConnection(), thing));
        return HttpResponse.created(Map.of("version", version), URI.create("/things/" + thing));
    }

    private long version() {
        return new ThingTable(context)
                .number(
                        "select coalesce((select version from thing where id = '"
                                + thing
                                + "'), 0)");
    }

    private static String text(HttpResponse<?> response) {
        return new String((byte[]) response.body(), StandardCharsets.UTF_8);
    }

    private static Caller caller() {
        return new Caller(UUID.randomUUID(), "ada", Set.of("USER"), "session");
    }
}
