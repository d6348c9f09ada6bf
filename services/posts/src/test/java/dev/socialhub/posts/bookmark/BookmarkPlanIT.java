package dev.socialhub.posts.bookmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page of bookmarks reads as many rows of an index as it shows, however many the user has. */
class BookmarkPlanIT {

    private static final String MANY = "'00000000-0000-0000-0000-000000000008'::uuid";
    private static final String FEW = "'00000000-0000-0000-0000-000000000009'::uuid";

    @Test
    void readsPagesThroughAnIndexWithoutSorting() {
        try (RunningService posts = RunningService.start("posts")) {
            fill(posts);
            for (String viewer : List.of(MANY, FEW)) {
                String plan =
                        String.join(
                                "\n",
                                posts.database.query(
                                        "explain "
                                                + BookmarkRepository.LIST
                                                        .replace(":viewerId", viewer)
                                                        .replace(":at", "now() - interval '7 days'")
                                                        .replace(":id", viewer)
                                                        .replace(":rows", "21")));
                assertThat(plan)
                        .contains("using bookmark_by_time on bookmark")
                        .doesNotContain(
                                "Sort",
                                "Seq Scan on bookmark",
                                "Seq Scan on post",
                                "Seq Scan on edge",
                                "hashed");
            }
        }
    }

    /** 50,000 posts of 100 users: one user has all of them, another one a hundredth. */
    private static void fill(RunningService posts) {
        posts.database.query(
                "insert into author select ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))"
                        + "::uuid, 'user_' || n, 'User', 1, 0 from generate_series(0, 99) n");
        posts.database.query(
                "insert into post (id, author_id, content, visibility, created_at, version, words)"
                        + " select gen_random_uuid(), ('00000000-0000-0000-0000-'"
                        + " || lpad((n % 100)::text, 12, '0'))::uuid, 'text', 'public',"
                        + " now() - n * interval '1 minute', 1, '' from generate_series(1, 50000) n");
        posts.database.query(
                "insert into bookmark select user_id, id, created_at from post,"
                        + " unnest(array[%s, %s]) with ordinality u (user_id, number)"
                                .formatted(MANY, FEW)
                        + " where number = 1 or id::text < '03'");
        posts.database.query(
                "insert into edge select case when n % 3 = 0 then 'block' else 'follow' end, case"
                        + " when n <= 500 then "
                        + MANY
                        + " else gen_random_uuid() end, gen_random_uuid(), true, 1, now()"
                        + " from generate_series(1, 20000) n");
        posts.database.query("vacuum analyze");
    }
}
