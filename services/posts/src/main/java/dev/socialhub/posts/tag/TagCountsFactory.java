package dev.socialhub.posts.tag;

import dev.socialhub.ops.checksum.table.SubstituteRows;
import dev.socialhub.ops.counter.Counter;
import dev.socialhub.ops.counter.table.CountRepository;
import dev.socialhub.ops.counter.table.CountTable;
import dev.socialhub.ops.counter.table.CountedRows;
import dev.socialhub.ops.counter.table.RecountHooks;
import dev.socialhub.ops.counter.table.TableCounter;
import dev.socialhub.ops.table.TableRepository;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The numbers of public posts of hashtags, for operators. */
@Factory
final class TagCountsFactory {

    /** Compared with the public posts that have the hashtag. */
    @Singleton
    Counter tags(CountRepository counts, TableRepository tables) {
        return new TableCounter(
                "tags",
                new CountTable(
                        "tag_count",
                        "tag_id",
                        "tag_delta",
                        List.of(new CountedRows("posts", "post_tag", "tag_id", "listed"))),
                counts,
                tables,
                new NothingElse());
    }

    /** Counts as they are shown to readers, so that folding them changes no checksum. */
    @Singleton
    SubstituteRows tagCounts() {
        return new SubstituteRows(
                "tag_count",
                Set.of("tag_count", "tag_delta"),
                "select tag_id, sum(posts) as posts from (select tag_id, posts from tag_count"
                        + " union all select tag_id, posts from tag_delta) n"
                        + " group by tag_id having sum(posts) <> 0");
    }

    /** A recount needs no other lock, and nothing is derived from these counts. */
    private static final class NothingElse implements RecountHooks {

        @Override
        public void lock(Collection<UUID> ids) {}

        @Override
        public void recounted(Collection<UUID> ids) {}
    }
}
