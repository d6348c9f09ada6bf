package dev.socialhub.posts.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.RunningService;
import dev.socialhub.shared.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Lists must stay as fast on the last page as on the first, however many posts there are. */
class QueryPlanIT {

    private static final String AUTHOR = "'00000000-0000-0000-0000-000000000007'::uuid";

    @Test
    void readsPagesThroughAnIndexWithoutSorting() throws SQLException {
        try (RunningService posts = RunningService.start("posts");
                Connection connection = connect(posts);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into author select ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))"
                            + "::uuid, 'user_' || n, 'User', 1, 0 from generate_series(0, 99) n");
            statement.execute(
                    "insert into post select gen_random_uuid(), ('00000000-0000-0000-0000-'"
                            + " || lpad((n % 100)::text, 12, '0'))::uuid, 'text',"
                            + " case when n % 5 = 0 then 'private' else 'public' end,"
                            + " now() - n * interval '1 minute', null, null, 1"
                            + " from generate_series(1, 20000) n");
            statement.execute("vacuum analyze");

            assertThat(plan(statement, "p.author_id = :authorId and ")).contains("post_by_author");
            assertThat(plan(statement, "p.visibility = 'public' and ")).contains("post_public");
        }
    }

    private static String plan(Statement statement, String condition) throws SQLException {
        String query =
                (PostRepository.SELECT + condition + VisiblePosts.TO_VIEWER + PostRepository.PAGE)
                        .replace(":authorId", AUTHOR)
                        .replace(":viewerId", AUTHOR)
                        .replace(":at", "now() - interval '7 days'")
                        .replace(":id", AUTHOR)
                        .replace(":rows", "21");
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("explain " + query)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        assertThat(plan.toString()).doesNotContain("Sort", "Seq Scan on post");
        return plan.toString();
    }

    private static Connection connect(RunningService posts) throws SQLException {
        TestDatabase database = posts.database;
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
