package dev.socialhub.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.ops.person.PersonFacts;
import dev.socialhub.ops.person.StoredUserData;
import dev.socialhub.shared.testing.TestDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database of a version in which a deletion erased everything at once. */
class ExistingDatabaseIT {

    @Test
    void keepsItsTombstones() {
        TestDatabase database = TestDatabase.fresh("users");
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/shared", "classpath:db/users")
                .outOfOrder(true)
                .target("3")
                .load()
                .migrate();
        UUID gone = UUID.randomUUID();
        Instant deletedAt = Instant.parse("2026-01-02T03:04:05Z");
        database.query("insert into deleted_user values ('" + gone + "', '" + deletedAt + "')");

        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("socialhub.ops.enabled", true);
        try (UsersServer users = UsersServer.start(settings)) {
            StoredUserData stored = users.service.bean(PersonFacts.class).of(gone);
            assertThat(stored.deletedAt()).isEqualTo(deletedAt);
            assertThat(stored.erased()).isTrue();
            assertThat(database.query("select erased_at = deleted_at from deleted_user"))
                    .containsExactly("t");
            assertThat(users.internal("/internal/ops/schema").text())
                    .isEqualTo("{\"missing\":[],\"different\":[],\"pendingMigrations\":[]}");
        }
    }
}
