package dev.socialhub.posts.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.RunningService;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A page of a long thread is read through an index, wherever in the thread it begins. */
class CommentPlanIT {

    private static final String USER = "('00000000-0000-0000-0000-' || lpad((%s)::text, 12, '0'))";

    /** The user, post and comment with the number 7: all have ids of the same form. */
    private static final String SEVEN = "'00000000-0000-0000-0000-000000000007'::uuid";

    private static final String VIEWER = "'00000000-0000-0000-0000-000000000008'::uuid";

    @Test
    void readsPagesThroughIndexesWithoutSorting() {
        try (RunningService posts =
                RunningService.start("posts", Map.of("socialhub.counts.fold-interval", "1h"))) {
            fill(posts);

            assertThat(plan(posts, CommentRepository.OF_POST)).contains("post_comment_thread");
            assertThat(plan(posts, CommentRepository.REPLIES_TO)).contains("post_comment_replies");
        }
    }

    /**
     * 50,000 comments on one post and as many replies to one comment, all by 100 users, and a
     * viewer with edges to all of them.
     */
    private static void fill(RunningService posts) {
        String n = USER.formatted("n") + "::uuid";
        String author = USER.formatted("n % 100") + "::uuid";
        for (String statement :
                new String[] {
                    "insert into author select "
                            + n
                            + ", 'user_' || n, 'User', 1, 0"
                            + " from generate_series(0, 99) n",
                    "insert into post select "
                            + n
                            + ", "
                            + author
                            + ", 'text', 'public', now(), null, null, 1"
                            + " from generate_series(0, 9999) n",
                    "insert into post_comment select "
                            + n
                            + ", case when n % 2 = 0 then "
                            + SEVEN
                            + " else "
                            + author
                            + " end,"
                            + " case when n % 2 = 1 then "
                            + SEVEN
                            + " end, 1 + n % 2, "
                            + author
                            + ", 'text', now() - n * interval '1 minute', null, null, null, 1"
                            + " from generate_series(0, 99999) n",
                    "insert into comment_count select id, 1, 1 from post_comment",
                    "insert into comment_count_delta (comment_id, likes, replies)"
                            + " select id, 1, 0 from post_comment limit 20000",
                    "insert into comment_like select id, author_id, now() from post_comment",
                    "insert into edge select kind, "
                            + VIEWER
                            + ", user_id, true, 1, now()"
                            + " from author, (values ('block'), ('follow')) k (kind)",
                    "insert into edge select 'block', gen_random_uuid(), user_id, true, 1, now()"
                            + " from author, generate_series(1, 500)",
                    "vacuum analyze"
                }) {
            posts.database.query(statement);
        }
    }

    private static String plan(RunningService posts, String query) {
        String plan =
                String.join(
                        "\n",
                        posts.database.query(
                                "explain "
                                        + query.replace(":postId", SEVEN)
                                                .replace(":parentId", SEVEN)
                                                .replace(":viewerId", VIEWER)
                                                .replace(":at", "now() - interval '7 days'")
                                                .replace(":id", SEVEN)
                                                .replace(":rows", "21")));
        assertThat(plan)
                .doesNotContain(
                        "Sort",
                        "Seq Scan on post_comment",
                        "Seq Scan on comment_",
                        "Seq Scan on edge",
                        "hashed");
        return plan;
    }
}
