package dev.socialhub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.contracts.seed.SharedPassword;
import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts of sample users: added once, without an event, and able to log in like any other. */
class SeedIT {

    private static final String PATH = "/internal/ops/seed/accounts";
    private static final String OTHER_ID = "019c0000-0000-7000-8000-00000000ffff";

    /** The sequence number of the last event that was published. */
    private static final String OUTBOX_SEQUENCE =
            "select last_value::text || is_called::text from outbox_seq_seq";

    private static AuthServer auth;

    @BeforeAll
    static void start() {
        // Without Kafka, published events would stay in the outbox.
        auth =
                AuthServer.start(
                        AuthServer.newDatabase(),
                        Map.of(
                                "socialhub.ops.enabled", "true",
                                "kafka.bootstrap.servers", "127.0.0.1:1"));
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @Test
    void addsEachOnceAndPublishesNoEvent() {
        String batch = batch(row(id(1), "once.1", "Łucja"), row(id(2), "once.2", "宏 佐藤"));

        List<String> before = auth.query(OUTBOX_SEQUENCE);
        assertThat(seed(batch).text()).isEqualTo("{\"added\":2,\"leftOut\":0}");
        assertThat(seed(batch).text()).isEqualTo("{\"added\":0,\"leftOut\":0}");
        assertThat(auth.query(OUTBOX_SEQUENCE)).isEqualTo(before);

        assertThat(
                        auth.query(
                                "select concat_ws('|', username, email, name, roles::text, status,"
                                        + " version, created_at at time zone 'UTC') from account"
                                        + " where username like 'once.%' order by username"))
                .containsExactly(
                        "once.1|once.1@people.example|Łucja|{USER}|active|1|2025-10-01"
                                + " 00:00:00.123",
                        "once.2|once.2@people.example|宏 佐藤|{USER}|active|1|2025-10-01"
                                + " 00:00:00.123");
        assertThat(auth.query("select 1 from session where user_id = '" + id(1) + "'")).isEmpty();
    }

    @Test
    void letsThemInWithTheSharedPassword() {
        seed(batch(row(id(3), "logs.in", "Ada")));

        Answer in = auth.logIn("logs.in@people.example", SharedPassword.TEXT);
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        assertThat(in.at("user.id")).isEqualTo(id(3));
        assertThat(auth.logIn("logs.in", AuthServer.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void refusesAWholeBatchForATakenNameOrAddress() {
        auth.signUp("somebody");
        Answer name =
                seed(batch(row(id(4), "fresh.one", "Ada"), row(id(5), "somebody", "Somebody")));
        assertThat(name.status()).isEqualTo(409);
        assertThat(name.at("detail")).isEqualTo("Another account has the username somebody.");

        String address = row(id(6), "someone.else", "Ada");
        auth.signUp("first.there");
        Answer taken =
                seed(
                        batch(
                                address.replace(
                                        "someone.else@people.example", "First.There@example.com")));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.at("detail"))
                .isEqualTo("Another account has the e-mail address of someone.else.");

        Answer twice = seed(batch(row(id(7), "two.in.one", "A"), row(id(8), "two.in.one", "B")));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(
                        auth.query(
                                "select 1 from account where username in ('fresh.one',"
                                        + " 'two.in.one')"))
                .isEmpty();
    }

    @Test
    void takesALetterThatFoldsToAnAsciiOneForAnotherLetter() {
        auth.signUp("kelvin.owner");
        String other =
                row(id(40), "kelvin.sign", "Ada")
                        .replace("kelvin.sign@people.example", "\u212aelvin.owner@example.com");

        assertThat(seed(batch(other)).text()).isEqualTo("{\"added\":1,\"leftOut\":0}");
    }

    @Test
    void leavesADeletedAccountDeleted() {
        seed(batch(row(id(9), "leaves", "Ada")));
        auth.send(
                auth.request("/internal/ops/accounts/" + id(9))
                        .header("Authorization", "Bearer " + serviceToken())
                        .DELETE());

        assertThat(seed(batch(row(id(9), "leaves", "Ada"))).text())
                .isEqualTo("{\"added\":0,\"leftOut\":0}");
        assertThat(auth.query("select status from account where id = '" + id(9) + "'"))
                .containsExactly("deleted");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"username\":\"bad.row\"', '\"username\":\"Bad.Row\"', accounts[1].username",
        "'\"username\":\"bad.row\"', '\"username\":\"_._\"', accounts[1].username",
        "'\"username\":\"bad.row\"', '\"username\":\"me\"', accounts[1].username",
        "'\"username\":\"bad.row\"', '\"username\":\"search\"', accounts[1].username",
        "'\"name\":\"Ada\"', '\"name\":\" \"', accounts[1].name",
        "'\"name\":\"Ada\"', '\"nick\":\"Ada\"', nick",
        "bad.row@people.example, bad.row, accounts[1].email",
        "019c0000-0000-7000-8000-00000000000b, 019c, accounts[1].id",
        "1759276800123, -1, accounts[1].createdAtMillis",
        "1759276800123, 9000000000000000, accounts[1].createdAtMillis"
    })
    void namesTheRowThatIsWrong(String right, String wrong, String field) {
        String second = row("019c0000-0000-7000-8000-00000000000b", "bad.row", "Ada");
        Answer answer = seed(batch(row(id(10), "good.row", "Ada"), second.replace(right, wrong)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("errors.0.field")).isEqualTo(field);
        assertThat(auth.query("select 1 from account where username = 'good.row'")).isEmpty();
    }

    @Test
    void takesTwoThousandRowsAndNoMore() {
        List<String> rows =
                IntStream.range(0, 2_001)
                        .mapToObj(i ->
                                row(
                                        new UUID(0x019c0000_0001_7000L, 0x8000_000000000000L + i)
                                                .toString(),
                                        "many." + i,
                                        "Ada"))
                        .toList();
        assertThat(seed(batch(rows.toArray(String[]::new))).status()).isEqualTo(422);
        assertThat(seed(batch()).status()).isEqualTo(422);
        Answer answer = seed(batch(rows.subList(0, 2_000).toArray(String[]::new)));
        assertThat(answer.text()).isEqualTo("{\"added\":2000,\"leftOut\":0}");
    }

    @Test
    void isForOperatorsAlone() {
        String token = auth.signUp("curious").at("token");
        String batch = batch(row(OTHER_ID, "never", "Never"));
        assertThat(send(auth, null, batch).status()).isEqualTo(401);
        assertThat(send(auth, token, batch).status()).isEqualTo(403);
        try (AuthServer silent = AuthServer.start()) {
            String known = silent.bean(ServiceTokens.class).issue();
            assertThat(send(silent, known, batch).status()).isEqualTo(404);
        }
        assertThat(auth.query("select 1 from account where username = 'never'")).isEmpty();
    }

    private static Answer seed(String batch) {
        return send(auth, serviceToken(), batch);
    }

    private static Answer send(AuthServer to, @Nullable String token, String batch) {
        var request =
                to.request(PATH)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(batch));
        return to.send(
                token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private static String serviceToken() {
        return auth.bean(ServiceTokens.class).issue();
    }

    private static String id(int number) {
        return "019c0000-0000-7000-8000-%012x".formatted(number);
    }

    private static String row(String id, String username, String name) {
        return """
        {"id":"%s","username":"%s","email":"%s@people.example","name":"%s",\
        "createdAtMillis":1759276800123}\
        """
                .formatted(id, username, username, name);
    }

    private static String batch(String... rows) {
        return List.of(rows).stream().collect(Collectors.joining(",", "{\"accounts\":[", "]}"));
    }
}
