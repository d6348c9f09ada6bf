package dev.socialhub.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Concurrently;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignUpIT {

    private static final String SIGN_UP = "/api/v1/auth/signup";

    private static AuthServer auth;

    @BeforeAll
    static void start() {
        // Long enough for twenty requests at once, so that none is refused because the queue is
        // full.
        auth =
                AuthServer.start(
                        AuthServer.newDatabase(), Map.of("socialhub.hashing.queue-per-thread", 50));
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @Test
    void answersWithUserAndTokens() {
        Answer answer = auth.post(SIGN_UP, AuthServer.signUpBody("JohnDoe"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("message")).isEqualTo("User created successfully");
        assertThat(answer.at("user.name")).isEqualTo("John Doe");
        assertThat(answer.at("user.username")).isEqualTo("johndoe");
        assertThat(answer.at("user.email")).isEqualTo("JohnDoe@example.com");
        assertThat(answer.at("user.roles.0")).isEqualTo("USER");
        assertThat(answer.at("user.createdAt")).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
        assertThat(answer.at("tokenType")).isEqualTo("Bearer");
        assertThat(answer.at("expiresIn")).isEqualTo("900");
        assertThat(answer.at("refreshToken")).hasSize(70);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(auth.getAs(answer.at("token"), "/api/v1/auth/verify-user").status())
                .isEqualTo(200);
    }

    @Test
    void trimsWhiteSpaceAroundAddressAndUsername() {
        Answer answer =
                auth.post(
                        SIGN_UP,
                        AuthServer.signUpBody("padded")
                                .replace("\"padded@example.com\"", "\" padded@example.com\\u00a0\"")
                                .replace("\"padded\"", "\"\\tpadded \""));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.at("user.email")).isEqualTo("padded@example.com");
        assertThat(answer.at("user.username")).isEqualTo("padded");
        assertThat(auth.get("/api/v1/auth/check/padded%20").at("reason")).isEqualTo("taken");
    }

    @Test
    void keepsAHashAndASessionButNoSecret() {
        Answer answer = auth.signUp("hashed", "User-Agent", "tester/1");
        String id = answer.at("user.id");

        assertThat(auth.query("select password_hash from account where id = '" + id + "'"))
                .singleElement()
                .asString()
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(
                        auth.query(
                                "select user_agent || ' ' || generation from session"
                                        + " where user_id = '"
                                        + id
                                        + "'"))
                .containsExactly("tester/1 0");
    }

    private static List<String> events(String userId) {
        try (Bus bus = new Bus()) {
            return bus.textsAbout(Topic.USER, userId);
        }
    }

    @Test
    void publishesOneEventWithoutTheAddress() {
        String id = auth.signUp("eventful").at("user.id");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(events(id)).hasSize(1));

        assertThat(events(id).getFirst())
                .contains("\"type\":\"user.registered\"", "\"username\":\"eventful\"")
                .contains("\"name\":\"John Doe\"", "\"version\":1", "\"source\":\"/auth\"")
                .doesNotContain("example.com");
    }

    @Test
    void namesTheFieldThatIsTakenInAnyCase() {
        auth.signUp("taken");

        Answer name =
                auth.post(SIGN_UP, AuthServer.signUpBody("TAKEN").replace("TAKEN@", "other@"));
        Answer address =
                auth.post(
                        SIGN_UP, AuthServer.signUpBody("TAKEN").replace("\"TAKEN\"", "\"free1\""));

        assertThat(name.status()).isEqualTo(409);
        assertThat(name.at("detail")).contains("username");
        assertThat(address.status()).isEqualTo(409);
        assertThat(address.at("detail")).contains("email");
    }

    @ParameterizedTest
    @CsvSource({"\u212a, k", "\u0130, i", "\u0131, i", "\u017f, s", "\uff4b, k"})
    void takesALetterThatFoldsToAnAsciiOneForAnotherLetter(String letter, String ascii) {
        String name = "letter" + (int) letter.charAt(0);
        String address = letter + name + "@example.com";
        Answer other = signUp("its." + name, address);
        Answer plain = signUp("no." + name, ascii + name + "@example.com");

        assertThat(plain.status()).as(plain.text()).isEqualTo(201);
        assertThat(other.status()).as(other.text()).isEqualTo(201);
        assertThat(auth.logIn(address, AuthServer.PASSWORD).at("user.username"))
                .isEqualTo("its." + name);
        assertThat(
                        auth.logIn(
                                        ascii.toUpperCase(Locale.ROOT) + name + "@EXAMPLE.com",
                                        AuthServer.PASSWORD)
                                .at("user.username"))
                .isEqualTo("no." + name);
    }

    @Test
    void holdsAddressesApartByTheCaseOfAsciiLettersAlone() {
        assertThat(
                        auth.query(
                                "select indexdef from pg_indexes where indexname ="
                                        + " 'account_by_email'"))
                .singleElement()
                .asString()
                .startsWith("CREATE UNIQUE INDEX")
                .endsWith("(lower((email COLLATE \"C\")))");
    }

    private static Answer signUp(String username, String email) {
        return auth.post(
                SIGN_UP, AuthServer.signUpBody(username).replace(username + "@example.com", email));
    }

    @Test
    void letsOneOfTwentyWithTheSameNameIn() throws Exception {
        List<Answer> answers =
                Concurrently.run(
                        20,
                        i -> {
                            String body = AuthServer.signUpBody("racer");
                            return auth.post(SIGN_UP, body.replace("racer@", "racer" + i + "@"));
                        });

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(19)
                .allSatisfy(answer -> assertThat(answer.at("detail")).contains("username"));
        assertThat(auth.query("select id from account where username = 'racer'")).hasSize(1);
        String racer = auth.query("select id from account where username = 'racer'").getFirst();
        assertThat(auth.query("select id from session where user_id = '" + racer + "'")).hasSize(1);
    }

    @Test
    void signsTheSameUserInForTheSameKey() {
        Answer first = auth.signUp("keyed", "Idempotency-Key", "key-1");
        Answer again = auth.signUp("keyed", "X-Idempotency-Key", "key-1");

        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.at("user.id")).isEqualTo(first.at("user.id"));
        assertThat(again.at("token")).isNotEqualTo(first.at("token"));
        assertThat(auth.query("select key from signup_key where key = 'key-1'")).hasSize(1);
        assertThat(auth.query("select count(*) from idempotency")).containsExactly("0");
    }

    @Test
    void refusesAnotherRequestUnderAKnownKey() {
        auth.signUp("owner", "Idempotency-Key", "key-2");

        Answer otherPassword =
                auth.post(
                        SIGN_UP,
                        AuthServer.signUpBody("owner").replace("SecurePass", "SecurestPass"),
                        "Idempotency-Key",
                        "key-2");
        Answer otherUser =
                auth.post(SIGN_UP, AuthServer.signUpBody("stranger"), "Idempotency-Key", "key-2");

        assertThat(otherPassword.status()).isEqualTo(422);
        assertThat(otherPassword.at("type")).endsWith(":idempotency-key-reused");
        assertThat(otherUser.status()).isEqualTo(422);
        assertThat(auth.get("/api/v1/auth/check/stranger").at("available")).isEqualTo("true");
    }

    @Test
    void makesOneAccountOfManyRequestsWithOneKey() throws Exception {
        List<Answer> answers =
                Concurrently.run(20, _ -> auth.signUp("eager", "Idempotency-Key", "key-3"));

        assertThat(answers).filteredOn(a -> a.header("Idempotent-Replayed") == null).hasSize(1);
        assertThat(answers)
                .extracting(answer -> answer.at("user.id"))
                .containsOnly(answers.getFirst().at("user.id"));
    }

    @Test
    void leavesNothingBehindWhenARequestWithAKeyFails() {
        auth.signUp("present");

        Answer refused =
                auth.post(SIGN_UP, AuthServer.signUpBody("present"), "Idempotency-Key", "key-4");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(auth.query("select key from signup_key where key = 'key-4'")).isEmpty();
        assertThat(auth.signUp("afterwards", "Idempotency-Key", "key-4").status()).isEqualTo(201);
    }

    @Test
    void forgetsAKeyAfterADay() {
        auth.signUp("yesterday", "Idempotency-Key", "key-5");
        auth.query(
                "update signup_key set created_at = now() - interval '25 hours' where key ="
                        + " 'key-5'");

        assertThat(auth.signUp("today", "Idempotency-Key", "key-5").header("Idempotent-Replayed"))
                .isNull();
    }

    @Test
    void findsADoubleWhoCameBetweenLookAndWrite() throws Exception {
        List<Answer> answers =
                Concurrently.run(
                        6,
                        i ->
                                auth.post(
                                        SIGN_UP,
                                        AuthServer.signUpBody("samemail")
                                                .replace("\"samemail\"", "\"other" + i + "\"")));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(5)
                .allSatisfy(answer -> assertThat(answer.at("detail")).contains("email"));
    }
}
