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

/** Databases that earlier versions of the service left. */
class ExistingDatabaseIT {

    /** Up to version 2 posts itself made the tables of names, edges and tombstones. */
    @Test
    void keepsItsReplicasAndTombstones() {
        TestDatabase database = databaseAt("2");
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

    @Test
    void findsTheMediaOfPostsThatWereDeletedBefore() {
        TestDatabase database = databaseAt("6");
        UUID post = UUID.randomUUID();
        UUID kept = UUID.randomUUID();
        database.query(
                "insert into post (id, author_id, content, visibility, created_at, deleted_at,"
                        + " version) select id, gen_random_uuid(), '', 'public', now(), case when"
                        + " id = '%1$s' then now() end, 1 from unnest(array['%1$s', '%2$s']::uuid[])"
                                .formatted(post, kept)
                        + " id");
        database.query(
                "insert into media (id, owner_id, state, store, type, bytes, created_at, post_id,"
                        + " position) select id, author_id, 'attached', 'local', 'image/png', 1,"
                        + " now(), id, 0 from post");

        try (RunningService _ = RunningService.start("posts", database.settings())) {
            assertThat(database.query("select state || ' ' || (post_id is null) from media"))
                    .containsExactlyInAnyOrder("deleted true", "attached false");
        }
    }

    /** A database as an earlier version of the service left it. */
    private static TestDatabase databaseAt(String version) {
        TestDatabase database = TestDatabase.fresh("posts");
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/shared", "classpath:db/posts")
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
        return database;
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
