package dev.socialhub.posts.count;

import dev.socialhub.ops.checksum.table.SubstituteRows;
import dev.socialhub.ops.counter.table.CountRepository;
import dev.socialhub.ops.counter.table.RecountHooks;
import dev.socialhub.ops.counter.table.TableCounter;
import dev.socialhub.ops.table.TableRepository;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class PostCounterFactory {

    /** All posts' counts, which are compared with the likes and the comments. */
    @Singleton
    TableCounter posts(CountRepository counts, TableRepository tables) {
        return new TableCounter("posts", PostCountTable.TABLE, counts, tables, RecountHooks.NONE);
    }

    @Singleton
    SubstituteRows postCounts() {
        return SubstituteRows.totals(PostCountTable.TABLE);
    }
}
