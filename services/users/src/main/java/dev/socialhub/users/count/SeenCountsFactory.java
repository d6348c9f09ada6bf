package dev.socialhub.users.count;

import dev.socialhub.ops.checksum.table.SubstituteRows;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Set;

/** Counts as they are shown to readers, so that folding them changes no checksum. */
@Factory
final class SeenCountsFactory {

    @Singleton
    SubstituteRows followCounts() {
        return new SubstituteRows(
                "follow_count",
                Set.of("follow_count", "follow_delta"),
                "select user_id, sum(followers) as followers, sum(following) as following from"
                        + " (select user_id, followers, following from follow_count"
                        + " union all select user_id, followers, following from follow_delta) n"
                        + " group by user_id having sum(followers) <> 0 or sum(following) <> 0");
    }
}
