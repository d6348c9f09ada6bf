package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.ops.person.PersonFacts;
import dev.socialhub.ops.person.StoredUserData;
import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.RunningService;
import dev.socialhub.shared.testing.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database of a version in which posts itself made the tables of names, edges and tombstones. */
class ExistingDatabaseIT {

    @Test
    void keepsItsReplicasAndTombstones() {
        TestDatabase database = TestDatabase.fresh("posts");
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/shared", "classpath:db/posts")
                .outOfOrder(true)
                .target("2")
                .load()
                .migrate();
        UUID known = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        database.query("insert into author values ('" + known + "', 'known', 'Known', 1, 0)");
        database.query(
                "insert into edge values ('block', '%s', '%s', true, 3, now())"
                        .formatted(known, UUID.randomUUID()));
        database.query("insert into deleted_user values ('" + gone + "', now(), now())");

        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("socialhub.ops.enabled", true);
        try (RunningService posts = RunningService.start("posts", settings)) {
            PersonFacts facts = posts.bean(PersonFacts.class);
            StoredUserData stored = facts.of(known);
            assertThat(stored.deletedAt()).isNull();
            assertThat(stored.facts()).containsEntry("name", 1L).containsEntry("edges", 1L);
            assertThat(facts.of(gone).erased()).isTrue();
            assertThat(schema(posts).text())
                    .isEqualTo("{\"missing\":[],\"different\":[],\"pendingMigrations\":[]}");
        }
    }

    private static Answer schema(RunningService posts) {
        String token = posts.bean(ServiceTokens.class).issue();
        return posts.send(
                null,
                posts.request("/internal/ops/schema")
                        .header("Authorization", "Bearer " + token)
                        .GET());
    }
}
