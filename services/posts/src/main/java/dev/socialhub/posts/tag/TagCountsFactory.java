package dev.socialhub.posts.tag;

import dev.socialhub.ops.checksum.table.SubstituteRows;
import dev.socialhub.ops.counter.table.CountRepository;
import dev.socialhub.ops.counter.table.CountTable;
import dev.socialhub.ops.counter.table.CountedRows;
import dev.socialhub.ops.counter.table.RecountHooks;
import dev.socialhub.ops.counter.table.TableCounter;
import dev.socialhub.ops.table.TableRepository;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/** The numbers of public posts of hashtags: folded, and compared with the posts that have them. */
@Factory
final class TagCountsFactory {

    private static final CountTable TABLE =
            new CountTable(
                    "tag_count",
                    "tag_id",
                    "tag_delta",
                    List.of(new CountedRows("posts", "post_tag", "tag_id", "listed")));

    @Singleton
    TableCounter tags(CountRepository counts, TableRepository tables) {
        return new TableCounter("tags", TABLE, counts, tables, RecountHooks.NONE);
    }

    @Singleton
    SubstituteRows tagCounts() {
        return SubstituteRows.totals(TABLE);
    }
}
