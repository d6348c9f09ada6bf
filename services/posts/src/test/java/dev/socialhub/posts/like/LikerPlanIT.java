package dev.socialhub.posts.like;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.RunningService;
import org.junit.jupiter.api.Test;

/** A page of a popular post's likers is read through an index, wherever in the list it begins. */
class LikerPlanIT {

    private static final String POST = "'00000000-0000-0000-0000-000000000007'::uuid";

    private static final String VIEWER = "'00000000-0000-0000-0000-000000000008'::uuid";

    @Test
    void readsPagesThroughAnIndexWithoutSorting() {
        try (RunningService posts = RunningService.start("posts")) {
            for (String statement :
                    new String[] {
                        "insert into author select gen_random_uuid(), 'user_' || n, 'User', 1, 0"
                                + " from generate_series(1, 50000) n",
                        "insert into post select "
                                + POST
                                + ", user_id, 'text', 'public', now(), null, null, 1"
                                + " from author limit 1",
                        "insert into post select gen_random_uuid(), user_id, 'text', 'public',"
                                + " now(), null, null, 1 from author limit 5000",
                        "insert into post_like select "
                                + POST
                                + ", user_id, true, 1, now() - random() * interval '30 days'"
                                + " from author",
                        "insert into edge select 'block', "
                                + VIEWER
                                + ", user_id, true, 1, now() from author limit 5000",
                        "vacuum analyze"
                    }) {
                posts.database.query(statement);
            }
            String plan =
                    String.join(
                            "\n",
                            posts.database.query(
                                    "explain "
                                            + LikerRepository.LIKERS
                                                    .replace(":postId", POST)
                                                    .replace(":viewerId", VIEWER)
                                                    .replace(":at", "now() - interval '7 days'")
                                                    .replace(":id", POST)
                                                    .replace(":rows", "21")));

            assertThat(plan)
                    .contains("post_like_newest")
                    .doesNotContain("Sort", "Seq Scan on post_like", "Seq Scan on edge", "hashed");
        }
    }
}
