package dev.socialhub.posts.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page of a tag reads as many rows of an index as it has posts, however many have the tag. */
class TagPlanIT {

    private static final String VIEWER = "'00000000-0000-0000-0000-000000000008'::uuid";
    private static final String FREQUENT = "'00000000-0000-0000-0000-0000000000f0'::uuid";
    private static final String RARE = "'00000000-0000-0000-0000-0000000000f1'::uuid";

    @Test
    void readsPagesOfFrequentAndRareTagsThroughTheIndex() {
        try (RunningService posts = RunningService.start("posts")) {
            fill(posts);
            for (String tag : List.of(FREQUENT, RARE)) {
                String plan =
                        String.join(
                                "\n",
                                posts.database.query(
                                        "explain (analyze, timing off) "
                                                + TaggedPostRepository.LIST
                                                        .replace(":tagId", tag)
                                                        .replace(":viewerId", VIEWER)
                                                        .replace(":at", "now() - interval '1 day'")
                                                        .replace(":id", VIEWER)
                                                        .replace(":rows", "21")));
                assertThat(plan)
                        .contains("using post_tag_pkey on post_tag")
                        .doesNotContain("Sort", "Seq Scan on post", "Seq Scan on edge", "hashed");
            }
        }
    }

    /** 100,000 posts of 100 users: every second one has the frequent tag, ten have the rare one. */
    private static void fill(RunningService posts) {
        posts.database.query(
                "insert into author select ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))"
                        + "::uuid, 'user_' || n, 'User', 1, 0 from generate_series(0, 99) n");
        posts.database.query(
                "insert into post (id, author_id, content, visibility, created_at, version, words)"
                        + " select gen_random_uuid(), ('00000000-0000-0000-0000-'"
                        + " || lpad((n % 100)::text, 12, '0'))::uuid, 'text', 'public',"
                        + " now() - n * interval '1 minute', 1, '' from generate_series(1, 100000) n");
        posts.database.query(
                "insert into post_tag select case when n % 10000 = 1 then "
                        + RARE
                        + " else "
                        + FREQUENT
                        + " end, created_at, id, true from (select created_at, id, row_number() over"
                        + " (order by created_at) n from post) p where n % 2 = 0 or n % 10000 = 1");
        posts.database.query(
                "insert into edge select case when n % 3 = 0 then 'block' else 'follow' end, case"
                        + " when n <= 500 then "
                        + VIEWER
                        + " else gen_random_uuid() end, gen_random_uuid(), true, 1, now()"
                        + " from generate_series(1, 20000) n");
        posts.database.query("vacuum analyze");
    }
}
