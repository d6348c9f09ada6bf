package dev.socialhub.posts.comment;

import dev.socialhub.ops.checksum.table.SubstituteRows;
import dev.socialhub.ops.counter.table.CountRepository;
import dev.socialhub.ops.counter.table.RecountHooks;
import dev.socialhub.ops.counter.table.TableCounter;
import dev.socialhub.ops.table.TableRepository;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class CommentCounterFactory {

    /** All comments' counts, which are compared with the likes and the replies. */
    @Singleton
    TableCounter comments(CountRepository counts, TableRepository tables) {
        return new TableCounter(
                "comments", CommentCountTable.TABLE, counts, tables, RecountHooks.NONE);
    }

    @Singleton
    SubstituteRows commentCounts() {
        return SubstituteRows.totals(CommentCountTable.TABLE);
    }
}
