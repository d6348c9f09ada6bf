package dev.socialhub.posts.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.RunningService;
import org.junit.jupiter.api.Test;

/** A search reads no more rows than it ranks, however frequent its words are. */
class SearchPlanIT {

    private static final String VIEWER = "'00000000-0000-0000-0000-000000000008'::uuid";

    @Test
    void readsTheNewestPostsForAFrequentWordAndTheIndexOfWordsForARareOne() {
        try (RunningService posts = RunningService.start("posts")) {
            fill(posts);

            assertThat(plan(posts, "'frequent'"))
                    .contains("using post_by_time on post")
                    .doesNotContain("Seq Scan on post", "Seq Scan on edge", "hashed");
            assertThat(plan(posts, "'rare'"))
                    .contains("on post_words")
                    .doesNotContain("Seq Scan on post", "Seq Scan on edge", "hashed");
        }
    }

    private static String plan(RunningService posts, String query) {
        String statement = FullTextRepository.FIND;
        for (String parameter :
                new String[] {
                    VIEWER,
                    "'" + query.replace("'", "''") + "'",
                    "1000",
                    "604800",
                    "'" + query.replace("'", "''") + "'",
                    "0.001",
                    "0.001",
                    "now()",
                    VIEWER,
                    "21"
                }) {
            statement = statement.replaceFirst("\\?", parameter);
        }
        return String.join("\n", posts.database.query("explain " + statement));
    }

    /** 50,000 posts of 100 users, each with the frequent word; every 5,000th has the rare one. */
    private static void fill(RunningService posts) {
        posts.database.query(
                "insert into author select ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))"
                        + "::uuid, 'user_' || n, 'User', 1, 0 from generate_series(0, 99) n");
        posts.database.query(
                "insert into post (id, author_id, content, visibility, created_at, version, words)"
                        + " select gen_random_uuid(), ('00000000-0000-0000-0000-'"
                        + " || lpad((n % 100)::text, 12, '0'))::uuid, 'text', 'public',"
                        + " now() - n * interval '1 minute', 1, to_tsvector('simple', 'frequent '"
                        + " || md5(n::text) || case when n % 5000 = 0 then ' rare' else '' end)"
                        + " from generate_series(1, 50000) n");
        posts.database.query(
                "insert into edge select case when n % 3 = 0 then 'block' else 'follow' end, case"
                        + " when n <= 500 then "
                        + VIEWER
                        + " else gen_random_uuid() end, gen_random_uuid(), true, 1, now()"
                        + " from generate_series(1, 20000) n");
        posts.database.query("vacuum analyze");
    }
}
