package dev.socialhub.people.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.user.ProfileSnapshot;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.people.testing.CheckedReplicas;
import dev.socialhub.people.testing.CheckedReplicas.Totals;
import dev.socialhub.people.testing.ReplicasExtension;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The replica of users' names, compared with the users service and auth, and repaired. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ReplicasExtension.class)
class NameProjectionIT {

    private final CheckedReplicas replicas;

    NameProjectionIT(CheckedReplicas replicas) {
        this.replicas = replicas;
    }

    @Test
    void namesWhatIsWrongAndMendsIt() {
        Person known = replicas.service.auth.signUp("known", "Known");
        UUID[] ids = new UUID[7];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = UUID.randomUUID();
            profile(ids[i], i == 6 ? 1 : 2);
            author(ids[i], "person" + i, "Person", 1, i == 6 ? 0 : 2);
        }
        author(known.id(), "known", "Known", 1, 0);
        assertThat(replicas.verify("authors")).isEqualTo(new Totals(8, 0, 0, 0, 0));

        author("set name = 'Somebody else'", ids[0]);
        author("set username = 'somebody'", ids[1]);
        author("set profile_version = 7", ids[2]);
        author("set profile_version = 0, name = 'At sign-up'", ids[3]);
        author("set account_version = 0", ids[4]);
        replicas.service.database.query("delete from author where user_id = '" + ids[5] + "'");
        UUID surplus = UUID.randomUUID();
        author(surplus, "nobody", "Nobody", 1, 0);

        Answer report = replicas.ops("authors/verify");
        assertThat(Totals.of(report)).isEqualTo(new Totals(9, 1, 2, 3, 1));
        assertThat(report.text())
                .contains(ids[2] + " wrong: account 1, profile 7 > account 1, profile 2")
                .contains(ids[3] + " behind: account 1, profile 1 < account 1, profile 2");
        assertThat(replicas.ops("authors/rebuild").at("mended")).isEqualTo("7");
        assertThat(replicas.verify("authors")).isEqualTo(new Totals(8, 0, 0, 0, 0));
        assertThat(replicas.count("author where username = 'somebody' or name <> 'Person'"))
                .isEqualTo(1);
    }

    @Test
    void doesNotReportDeletedUsersAsMissing() {
        UUID gone = UUID.randomUUID();
        replicas.bus.send(new UserDeleted(gone, Instant.now(), 2));
        await().until(() -> replicas.count("deleted_user") == 1);
        profile(gone, 1);

        assertThat(replicas.verify("authors")).isEqualTo(new Totals(1, 0, 0, 0, 0));
        assertThat(replicas.ops("authors/rebuild").at("mended")).isEqualTo("0");
        assertThat(replicas.count("author")).isZero();
    }

    @Test
    void saysWhenUsersDoesNotAnswer() {
        replicas.assertAway("authors/verify");
    }

    private void profile(UUID id, long version) {
        ProfileSnapshot profile =
                new ProfileSnapshot(
                        id, "person" + replicas.users.profiles.size(), "Person", 1, version);
        replicas.users.profiles.put(profile.key(), profile);
    }

    private void author(UUID id, String username, String name, long account, long profile) {
        replicas.service.database.query(
                "insert into author values ('%s', '%s', '%s', %d, %d)"
                        .formatted(id, username, name, account, profile));
    }

    private void author(String change, UUID id) {
        replicas.service.database.query(
                "update author " + change + " where user_id = '" + id + "'");
    }
}
