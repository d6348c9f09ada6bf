package dev.socialhub.posts.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sweep doesn't read the media that posts have, however many there are. */
class SweepPlanIT {

    @Test
    void findsUnusedMediaThroughTheirIndex() {
        try (RunningService posts = RunningService.start("posts")) {
            posts.database.query(
                    "insert into media (id, owner_id, state, store, type, bytes, created_at, post_id,"
                            + " position) select gen_random_uuid(), gen_random_uuid(), case when n %"
                            + " 1000 > 1 then 'attached' when n % 1000 = 1 then 'deleted' else"
                            + " 'stored' end, 'local', 'image/png', 1, now(), case when n % 1000 > 1"
                            + " then gen_random_uuid() end, case when n % 1000 > 1 then 0 end"
                            + " from generate_series(1, 50000) n");
            posts.database.query("vacuum analyze");

            for (String statement :
                    List.of(
                            UnusedMediaRepository.COUNT_UNUSED.replace("?", "86400"),
                            UnusedMediaRepository.LOCK_UNUSED
                                    .replaceFirst("\\?", "86400")
                                    .replaceFirst("\\?", "'{local}'::text[]")
                                    .replaceFirst("\\?", "50"))) {
                assertThat(String.join("\n", posts.database.query("explain " + statement)))
                        .contains("media_unattached")
                        .doesNotContain("Seq Scan");
            }
        }
    }
}
