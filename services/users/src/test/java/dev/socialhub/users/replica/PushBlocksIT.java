package dev.socialhub.users.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.users.UsersServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Kafka is unavailable, and posts receives blocks nevertheless. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushBlocksIT {

    private static final Duration IN_TIME = Duration.ofSeconds(2);

    private FakeReplica posts;
    private FakeReplica chat;
    private UsersServer users;
    private Person ann;
    private Person bob;

    @BeforeAll
    void start() throws IOException {
        posts = new FakeReplica();
        chat = new FakeReplica();
        users =
                UsersServer.start(
                        Map.of(
                                "kafka.bootstrap.servers",
                                "127.0.0.1:1",
                                "users.replicas.posts.urls",
                                posts.url(),
                                "users.replicas.chat.urls",
                                chat.url()));
    }

    @BeforeEach
    void people() {
        ann = users.member();
        bob = users.member();
    }

    @AfterAll
    void stop() {
        users.close();
        posts.close();
        chat.close();
    }

    @Test
    void tellsOfABlockAndOfItsEndWithinTwoSeconds() {
        users.block(ann, bob);
        await().atMost(IN_TIME).until(() -> posts.receivedFrom(ann.id()).size() == 1);
        assertEdge(posts.receivedFrom(ann.id()).getFirst(), true, 1);

        users.unblock(ann, bob);
        await().atMost(IN_TIME).until(() -> posts.receivedFrom(ann.id()).size() == 2);
        assertEdge(posts.receivedFrom(ann.id()).getLast(), false, 2);
        await().atMost(IN_TIME).until(() -> chat.receivedFrom(ann.id()).size() == 2);
        assertThat(users.get(null, "/prometheus").text())
                .contains("users_blocks_pushed_total", "dependency_up{dependency=\"posts\"}");
    }

    @Test
    void leavesFollowsToKafka() {
        users.follow(bob, ann);
        users.block(ann, bob);
        await().atMost(IN_TIME).until(() -> posts.receivedFrom(ann.id()).size() == 1);

        assertThat(posts.receivedFrom(bob.id())).isEmpty();
    }

    @Test
    void tellsOfItOnceWhenPostsIsBack() {
        posts.away = true;
        users.block(ann, bob);
        await().until(() -> failures() > 0);
        posts.away = false;
        await().atMost(Duration.ofSeconds(10)).until(() -> !posts.receivedFrom(ann.id()).isEmpty());

        users.block(bob, ann);
        await().atMost(Duration.ofSeconds(10)).until(() -> !posts.receivedFrom(bob.id()).isEmpty());
        assertThat(posts.receivedFrom(ann.id())).hasSize(1);
    }

    @Test
    void looksForBlocksInAnIndex() throws SQLException {
        try (Connection connection = users.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "insert into outbox (shard, topic, record_key, payload, type, created_at)"
                            + " select 1, 't', 'k', '', 'follow.created', now()"
                            + " from generate_series(1, 20000)");
            statement.execute("analyze outbox");
            StringBuilder plan = new StringBuilder();
            try (ResultSet row =
                    statement.executeQuery(
                            "explain select seq from outbox where type = any"
                                    + " ('{block.created,block.deleted}') and created_at < now()"
                                    + " order by seq desc limit 20000")) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            }
            connection.rollback();
            assertThat(plan).contains("outbox_by_type").doesNotContain("Seq Scan");
        }
    }

    private double failures() {
        return users.service
                .bean(MeterRegistry.class)
                .get("users.blocks.push.failures")
                .counter()
                .count();
    }

    private void assertEdge(EdgeSnapshot edge, boolean active, long version) {
        assertThat(edge.kind()).isEqualTo(EdgeKind.BLOCK);
        assertThat(edge.fromId()).isEqualTo(ann.id());
        assertThat(edge.toId()).isEqualTo(bob.id());
        assertThat(edge.active()).isEqualTo(active);
        assertThat(edge.version()).isEqualTo(version);
    }
}
