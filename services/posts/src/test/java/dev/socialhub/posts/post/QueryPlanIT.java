package dev.socialhub.posts.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.RunningService;
import dev.socialhub.shared.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists must stay as fast on the last page as on the first, however many posts there are. */
class QueryPlanIT {

    private static final String AUTHOR = "'00000000-0000-0000-0000-000000000007'::uuid";

    private static final String VIEWER = "'00000000-0000-0000-0000-000000000008'::uuid";

    @Test
    void readsPagesThroughIndexesWithoutSorting() throws SQLException {
        try (RunningService posts =
                        RunningService.start(
                                "posts", Map.of("socialhub.counts.fold-interval", "1h"));
                Connection connection = connect(posts);
                Statement statement = connection.createStatement()) {
            fill(statement);

            for (String viewer : List.of(AUTHOR, VIEWER)) {
                assertThat(plan(statement, viewer, "p.author_id = :authorId and "))
                        .contains("post_by_author");
                assertThat(plan(statement, viewer, "p.visibility = 'public' and "))
                        .contains("post_public", "on edge");
            }
        }
    }

    /**
     * 100,000 posts of 100 people, and 100,000 edges: the viewer has 5,000, and 30,000 follow the
     * author.
     */
    private static void fill(Statement statement) throws SQLException {
        statement.execute(
                "insert into author select ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))"
                        + "::uuid, 'user_' || n, 'User', 1, 0 from generate_series(0, 99) n");
        statement.execute(
                "insert into post (id, author_id, content, visibility, created_at, edited_at,"
                        + " deleted_at, version, words) select gen_random_uuid(), ('00000000-0000-0000-0000-'"
                        + " || lpad((n % 100)::text, 12, '0'))::uuid, 'text',"
                        + " (array['private', 'followers', 'public', 'public', 'public'])"
                        + "[1 + n % 5], now() - n * interval '1 minute', null, null, 1, ''"
                        + " from generate_series(1, 100000) n");
        statement.execute(
                "insert into edge select case when n % 3 = 0 then 'block' else 'follow' end,"
                        + " case when n <= 5000 then "
                        + VIEWER
                        + " else gen_random_uuid() end, case when n > 69900 then "
                        + AUTHOR
                        + " else gen_random_uuid() end, true, 1, now()"
                        + " from generate_series(1, 99900) n");
        statement.execute(
                "insert into edge select case when n % 10 = 0 then 'block' else 'follow' end, "
                        + VIEWER
                        + ", user_id, true, 1, now()"
                        + " from (select user_id, row_number() over () n from author) a");
        statement.execute(
                "insert into post_like select id, author_id, true, 1, now() from post"
                        + " union all select id, "
                        + VIEWER
                        + ", true, 1, now() from post where id::text < '5' on conflict do nothing");
        statement.execute("insert into post_count select id, 1, 0 from post");
        statement.execute(
                "insert into post_count_delta (post_id, likes, comments)"
                        + " select id, 1, 0 from post limit 20000");
        statement.execute("vacuum analyze");
    }

    /**
     * The plan of a page. An edge must be looked up by its whole key, since a viewer that follows
     * many users, or an author with many followers, has a great number of edges.
     */
    private static String plan(Statement statement, String viewer, String condition)
            throws SQLException {
        List<String> lines = explain(statement, viewer, condition);
        String plan = String.join("\n", lines);
        assertThat(plan).doesNotContain("Sort", "Seq Scan on post", "Seq Scan on edge", "hashed");
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(" on edge ")) {
                assertThat(lines.get(i + 1))
                        .as(plan)
                        .contains("Index Cond:", "kind = ", "from_id = ", "to_id = ");
            }
        }
        return plan;
    }

    private static List<String> explain(Statement statement, String viewer, String condition)
            throws SQLException {
        String query =
                (PostRepository.SELECT + condition + VisiblePosts.TO_VIEWER + PostRepository.PAGE)
                        .replace(":authorId", AUTHOR)
                        .replace(":viewerId", viewer)
                        .replace(":at", "now() - interval '7 days'")
                        .replace(":id", AUTHOR)
                        .replace(":rows", "21");
        List<String> plan = new ArrayList<>();
        try (ResultSet lines = statement.executeQuery("explain " + query)) {
            while (lines.next()) {
                plan.add(lines.getString(1));
            }
        }
        return plan;
    }

    private static Connection connect(RunningService posts) throws SQLException {
        TestDatabase database = posts.database;
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
