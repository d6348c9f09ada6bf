package dev.socialhub.users.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.users.UsersServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The account columns of profiles, compared with auth and corrected. */
class AccountProjectionIT {

    private static final String ACCOUNTS = "/internal/ops/projections/accounts/";

    private final UsersServer users =
            UsersServer.start(
                    Map.of("socialhub.ops.enabled", true, "socialhub.ops.projection-wait", "1s"));

    @AfterEach
    void stop() {
        users.close();
    }

    @Test
    void namesWhatIsWrongAndMendsWhatIsACopy() {
        Person right = users.member();
        Person missing = users.somebody();
        Person behind = users.member();
        Person renamed = users.member();
        Person stranger = users.member();
        users.service.auth.delete(stranger);
        users.execute(
                "update profile set account_version = 0 where user_id = '%s'"
                        .formatted(behind.id()),
                "update profile set username = 'false_name', bio = 'mine' where user_id = '%s'"
                        .formatted(renamed.id()));
        users.get(renamed, UsersServer.USERS + renamed.id());

        List<String> expected =
                List.of(
                        missing.id() + " missing: 1",
                        behind.id() + " behind: 0 < 1",
                        renamed.id() + " wrong: 1 has different content",
                        stranger.id() + " surplus: 1");
        assertThat(examples("verify")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(examples("rebuild")).containsExactlyInAnyOrderElementsOf(expected);
        // It stays because it is more than a replica: it contains what the user has written.
        assertThat(examples("verify")).containsExactly(stranger.id() + " surplus: 1");
        assertThat(users.get(right, UsersServer.USERS + missing.username()).status())
                .isEqualTo(200);
        Answer mended = users.get(right, UsersServer.USERS + renamed.id());
        assertThat(mended.at("username")).isEqualTo(renamed.username());
        assertThat(mended.at("bio")).isEqualTo("mine");
    }

    @Test
    void countsTheStoredDataOfAUser() {
        Person ann = users.member();
        Person bob = users.member();
        users.follow(ann, bob);
        users.block(bob, users.member());

        assertThat(held(bob))
                .isEqualTo(
                        "{\"deletedAt\":null,\"erased\":false,\"facts\":{\"profile\":1,"
                                + "\"followers\":1,\"following\":0,\"blocks\":1,\"blocked by\":0}}");
        users.execute(
                "insert into deleted_user values ('%s', '%s', now())"
                        .formatted(ann.id(), Instant.parse("2026-01-02T03:04:05Z")));
        assertThat(held(ann))
                .startsWith("{\"deletedAt\":\"2026-01-02T03:04:05Z\",\"erased\":true,");
        assertThat(users.get(ann, "/internal/ops/people/" + ann.id()).status()).isEqualTo(403);
        assertThat(users.internal("/internal/ops/people/ann").status()).isEqualTo(422);
    }

    private String held(Person person) {
        return users.internal("/internal/ops/people/" + person.id()).text();
    }

    private List<String> examples(String verb) {
        List<String> examples = new ArrayList<>();
        Answer answer = users.internal("POST", ACCOUNTS + verb);
        answer.json().get("examples").values().forEach(one -> examples.add(one.getStringValue()));
        return examples;
    }
}
