package dev.socialhub.posts.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.shared.testing.RunningService;
import dev.socialhub.shared.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReactionErasureIT {

    private RunningService posts;
    private ReactionRepository rows;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts");
        rows = posts.bean(ReactionRepository.class);
    }

    @AfterAll
    void stop() {
        posts.close();
    }

    @Test
    void findsAllRowsWhileAnotherTransactionRemovesSomeOfThem() throws Exception {
        UUID user = UUID.randomUUID();
        posts.database.query(
                "insert into bookmark select '%s', gen_random_uuid(), now()".formatted(user)
                        + " from generate_series(1, 6000)");
        TestDatabase database = posts.database;
        CompletableFuture<Integer> batch;
        try (Connection other =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "delete from bookmark where ctid = any (array(select ctid from bookmark"
                            + " where user_id = '%s' limit 5000))".formatted(user));
            batch =
                    CompletableFuture.supplyAsync(
                            () -> rows.removeSomeOfUser(ReactionErasureFactory.BOOKMARKS, user));
            await().until(() ->
                    !database.query(
                                    "select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                                            + " and datname = current_database()")
                            .isEmpty());
            other.commit();
        }

        assertThat(batch.get()).isEqualTo(1_000);
        assertThat(rows.removeSomeOfUser(ReactionErasureFactory.BOOKMARKS, user)).isZero();
        assertThat(database.query("select 1 from bookmark where user_id = '" + user + "'"))
                .isEmpty();
    }
}
