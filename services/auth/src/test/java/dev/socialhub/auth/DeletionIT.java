package dev.socialhub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Concurrently;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which data of an account is kept after its deletion, and which is erased. */
class DeletionIT {

    private static AuthServer auth;

    @BeforeAll
    static void start() {
        // Without Kafka, published events stay in the outbox.
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
    void leavesIdAndUsernameAlone() {
        String id = auth.signUp("johndoe", "Idempotency-Key", "johns").at("user.id");
        auth.logIn("johndoe", AuthServer.PASSWORD);

        assertThat(delete(id).status()).isEqualTo(204);

        assertThat(auth.query("select to_jsonb(a) - 'created_at' - 'deleted_at' from account a"))
                .filteredOn(row -> row.contains(id))
                .singleElement()
                .satisfies(row ->
                        assertThat(row)
                                .contains("\"username\": \"johndoe\"")
                                .contains("\"email\": null")
                                .contains("\"name\": null")
                                .contains("\"password_hash\": null"));
        assertThat(auth.query("select 1 from session where user_id = '%s'".formatted(id)))
                .isEmpty();
        assertThat(auth.query("select 1 from signup_key where user_id = '%s'".formatted(id)))
                .isEmpty();
    }

    @Test
    void refusesLoginAfterwards() {
        String id = auth.signUp("gone").at("user.id");
        delete(id);

        assertThat(auth.logIn("gone", AuthServer.PASSWORD).status()).isEqualTo(401);
        assertThat(auth.logIn("gone@example.com", AuthServer.PASSWORD).status()).isEqualTo(401);
        for (String name : List.of(id, "gone")) {
            assertThat(auth.getAs(serviceToken(), "/internal/accounts/" + name).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void givesTheAddressFreeButNeverTheName() {
        String id = auth.signUp("unique").at("user.id");
        delete(id);

        assertThat(auth.get("/api/v1/auth/check/unique").at("reason")).isEqualTo("taken");
        assertThat(auth.post("/api/v1/auth/signup", AuthServer.signUpBody("unique")).status())
                .isEqualTo(409);
        String sameAddress =
                AuthServer.signUpBody("other").replace("other@example.com", "unique@example.com");
        assertThat(auth.post("/api/v1/auth/signup", sameAddress).status()).isEqualTo(201);
    }

    @Test
    void isPublishedOnceHoweverOftenItIsRequested() throws Exception {
        String id = auth.signUp("twice").at("user.id");

        assertThat(Concurrently.run(8, _ -> delete(id)))
                .extracting(Answer::status)
                .containsOnly(204);

        assertThat(
                        auth.query(
                                "select convert_from(payload, 'UTF8') from outbox where record_key"
                                        + " ="
                                        + " '%s' order by seq".formatted(id)))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"type\":\"user.registered\""),
                        second ->
                                assertThat(second)
                                        .contains("\"type\":\"user.deleted\"")
                                        .contains("\"userId\":\"%s\"".formatted(id))
                                        .contains("\"version\":2"));
    }

    @Test
    void leavesNoSessionOfAUserWhoLogsInMeanwhile() throws Exception {
        String id = auth.signUp("racing").at("user.id");

        List<Answer> answers =
                Concurrently.run(
                        6, n -> n == 3 ? delete(id) : auth.logIn("racing", AuthServer.PASSWORD));

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 204, 401, 503);
        assertThat(auth.query("select 1 from session where user_id = '%s'".formatted(id)))
                .isEmpty();
    }

    @Test
    void doesNothingForAnUnknownUser() {
        assertThat(delete(UUID.randomUUID().toString()).status()).isEqualTo(204);
        assertThat(delete("nobody").status()).isEqualTo(422);
    }

    @Test
    void countsAsStateWhereSignedInDevicesDoNot() {
        String before = checksum();
        assertThat(before).contains("{\"parts\":[{\"name\":\"account\",").doesNotContain("session");
        String id = auth.signUp("counted").at("user.id");
        String signedUp = checksum();
        assertThat(signedUp).isNotEqualTo(before);

        auth.logIn("counted", AuthServer.PASSWORD);
        assertThat(checksum()).isEqualTo(signedUp);
        delete(id);
        assertThat(checksum()).isNotEqualTo(signedUp);
    }

    private static String checksum() {
        return auth.getAs(serviceToken(), "/internal/ops/checksum").text();
    }

    @Test
    void isNotInThePublicDescription() {
        Answer description = auth.get("/swagger/socialhub-auth-v1.yml");

        assertThat(description.text()).contains("/api/v1/auth/login").doesNotContain("/internal/");
    }

    @Test
    void isForOperatorsAlone() {
        Answer eve = auth.signUp("eve");
        String path = "/internal/ops/accounts/" + eve.at("user.id");

        assertThat(auth.send(auth.request(path).DELETE()).status()).isEqualTo(401);
        assertThat(delete(path, eve.at("token")).status()).isEqualTo(403);
        assertThat(auth.logIn("eve", AuthServer.PASSWORD).status()).isEqualTo(200);
        try (AuthServer closed = AuthServer.start()) {
            String token = closed.bean(ServiceTokens.class).issue();
            assertThat(
                            closed.send(
                                            closed.request(path)
                                                    .DELETE()
                                                    .header("Authorization", "Bearer " + token))
                                    .status())
                    .isEqualTo(404);
        }
    }

    private static Answer delete(String id) {
        return delete("/internal/ops/accounts/" + id, serviceToken());
    }

    private static Answer delete(String path, String token) {
        return auth.send(auth.request(path).DELETE().header("Authorization", "Bearer " + token));
    }

    private static String serviceToken() {
        return auth.bean(ServiceTokens.class).issue();
    }
}
