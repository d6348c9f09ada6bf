package dev.socialhub.users.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.ops.counter.table.CountRepository;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.users.UsersServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoldCountsIT {

    private UsersServer users;
    private FollowCountRepository counts;
    private CountRepository tables;

    @BeforeAll
    void start() {
        users = UsersServer.start(Map.of("socialhub.counts.fold-interval", "1h"));
        counts = users.service.bean(FollowCountRepository.class);
        tables = users.service.bean(CountRepository.class);
    }

    @AfterAll
    void stop() {
        users.close();
    }

    @Test
    void isExactBeforeDuringAndAfterFolding() throws Exception {
        Person followee = users.member();
        List<Person> followers = IntStream.range(0, 30).mapToObj(_ -> users.member()).toList();
        followers.forEach(follower -> users.follow(follower, followee));
        assertThat(counts.of(followee.id())).isEqualTo(new FollowCounts(30, 0));

        assertThat(fold(10)).isEqualTo(10);
        assertThat(counts.of(followee.id())).isEqualTo(new FollowCounts(30, 0));

        Concurrently.run(
                8, i -> i < 4 ? fold(7) : users.toggle(followers.get(i), followee).status());
        assertThat(counts.of(followee.id())).isEqualTo(new FollowCounts(26, 0));
        while (fold(100) > 0) {
            assertThat(counts.of(followee.id())).isEqualTo(new FollowCounts(26, 0));
        }
        assertThat(users.ask("select count(*) from follow_delta")).isEqualTo("0");
        assertThat(users.ask("select followers from follow_count where user_id = ?", followee.id()))
                .isEqualTo("26");
    }

    @Test
    void losesNothingWithAFolderThatDies() throws Exception {
        Person followee = users.member();
        Person follower = users.member();
        users.follow(follower, followee);
        try (Connection folder = users.connect()) {
            folder.setAutoCommit(false);
            try (PreparedStatement fold =
                    folder.prepareStatement(FollowsCounterFactory.TABLE.fold())) {
                fold.setInt(1, 1_000);
                fold.executeQuery();
            }
            // A fold skips the deltas that another one has locked.
            fold(1_000);
            assertThat(counts.of(followee.id())).isEqualTo(new FollowCounts(1, 0));
            users.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where state = 'idle in transaction' and datname ="
                            + " current_database()");
        }

        assertThat(counts.of(followee.id())).isEqualTo(new FollowCounts(1, 0));
        fold(1_000);
        assertThat(counts.of(followee.id())).isEqualTo(new FollowCounts(1, 0));
        assertThat(counts.of(follower.id())).isEqualTo(new FollowCounts(0, 1));
    }

    private int fold(int limit) {
        return tables.fold(FollowsCounterFactory.TABLE, limit);
    }
}
