package dev.socialhub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators and other services can see of accounts. */
class DirectoryIT {

    private static final String ACCOUNTS = "/internal/ops/accounts";
    private static final String SNAPSHOT = "/internal/snapshots/accounts";

    private static AuthServer auth;
    private static List<String> ids;
    private static String gone;

    @BeforeAll
    static void start() {
        auth =
                AuthServer.start(
                        AuthServer.newDatabase(),
                        Map.of(
                                "socialhub.ops.enabled", "true",
                                "kafka.bootstrap.servers", "127.0.0.1:1"));
        ids =
                IntStream.range(0, 5)
                        .mapToObj(n -> auth.signUp("per_son" + n).at("user.id"))
                        .sorted()
                        .toList();
        gone = auth.signUp("goner").at("user.id");
        auth.send(
                auth.request(ACCOUNTS + "/" + gone)
                        .DELETE()
                        .header("Authorization", "Bearer " + serviceToken()));
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @Test
    void listsAllAccountsPageByPage() {
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page = ask(ACCOUNTS + "?limit=2" + next);
            page.json()
                    .get("accounts")
                    .values()
                    .forEach(one -> found.add(one.get("id").getStringValue()));
            next = page.json().get("next").isNull() ? null : "&after=" + page.at("next");
        }
        assertThat(found).isSorted().hasSize(6).containsAll(ids).contains(gone);
        assertThat(ask(ACCOUNTS + "?status=deleted").at("accounts.0.username")).isEqualTo("goner");
        assertThat(count("?status=active")).isEqualTo(5);
    }

    @Test
    void findsPartsOfNamesAndAddressesAsTheyAreWritten() {
        assertThat(count("?query=PER_SON3")).isEqualTo(1);
        assertThat(count("?query=son3@example")).isEqualTo(1);
        assertThat(count("?query=john")).isEqualTo(5);
        assertThat(count("?query=r_s")).isEqualTo(5);
        assertThat(count("?query=r_n")).isZero();
        assertThat(count("?query=%25")).isZero();
        assertThat(count("?query=%5C")).isZero();
        assertThat(count("?query=goner&status=active")).isZero();
    }

    @Test
    void showsOneByIdOrName() {
        auth.logIn("per_son1", AuthServer.PASSWORD);
        Answer one = ask(ACCOUNTS + "/Per_Son1");
        assertThat(one.at("email")).isEqualTo("per_son1@example.com");
        assertThat(one.at("status")).isEqualTo("active");
        assertThat(one.at("sessions")).isEqualTo("2");
        assertThat(one.at("lastUsedAt")).endsWith("Z");
        assertThat(one.text()).doesNotContain("argon2").doesNotContain("passwordHash");
        assertThat(ask(ACCOUNTS + "/" + one.at("id")).text()).isEqualTo(one.text());

        Answer deleted = ask(ACCOUNTS + "/goner");
        assertThat(deleted.at("id")).isEqualTo(gone);
        assertThat(deleted.at("status")).isEqualTo("deleted");
        assertThat(deleted.at("deletedAt")).endsWith("Z");
        assertThat(deleted.at("sessions")).isEqualTo("0");
        assertThat(deleted.json().get("email").isNull()).isTrue();
    }

    @Test
    void refusesOddQuestionsAndOtherCallers() {
        for (String query :
                List.of("?limit=0", "?limit=1001", "?after=x", "?status=A", "?query=%00")) {
            assertThat(ask(ACCOUNTS + query).status()).as(query).isEqualTo(422);
        }
        assertThat(ask(ACCOUNTS + "/nobody").status()).isEqualTo(404);
        assertThat(ask(ACCOUNTS + "/x").status()).isEqualTo(404);
        assertThat(ask(SNAPSHOT + "?limit=5001").status()).isEqualTo(422);
        assertThat(ask(SNAPSHOT + "?after=x").status()).isEqualTo(422);
        String user = auth.logIn("per_son2", AuthServer.PASSWORD).at("token");
        for (String path : List.of(ACCOUNTS, ACCOUNTS + "/goner", SNAPSHOT)) {
            assertThat(auth.get(path).status()).as(path).isEqualTo(401);
            assertThat(auth.getAs(user, path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void givesOtherServicesEveryActiveAccountWithoutItsAddress() {
        Answer first = ask(SNAPSHOT + "?limit=3");
        assertThat(first.at("next")).isEqualTo(ids.get(2));
        assertThat(first.at("items.0.version")).isEqualTo("1");
        assertThat(first.at("items.0.name")).isEqualTo("John Doe");
        assertThat(first.text()).doesNotContain("@example.com");
        Answer rest = ask(SNAPSHOT + "?limit=3&after=" + first.at("next"));
        assertThat(rest.json().get("next").isNull()).isTrue();
        assertThat(rest.json().get("items").size()).isEqualTo(2);
        assertThat(first.text() + rest.text()).doesNotContain(gone);
    }

    private static int count(String query) {
        return ask(ACCOUNTS + query).json().get("accounts").size();
    }

    private static Answer ask(String path) {
        return auth.getAs(serviceToken(), path);
    }

    private static String serviceToken() {
        return auth.bean(ServiceTokens.class).issue();
    }
}
