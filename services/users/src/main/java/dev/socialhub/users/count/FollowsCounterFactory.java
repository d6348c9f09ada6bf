package dev.socialhub.users.count;

import dev.socialhub.ops.checksum.table.SubstituteRows;
import dev.socialhub.ops.counter.table.CountRepository;
import dev.socialhub.ops.counter.table.CountTable;
import dev.socialhub.ops.counter.table.CountedRows;
import dev.socialhub.ops.counter.table.TableCounter;
import dev.socialhub.ops.table.TableRepository;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

@Factory
final class FollowsCounterFactory {

    private static final String ACTIVE = "kind = 'follow' and active";

    static final CountTable TABLE =
            new CountTable(
                    "follow_count",
                    "user_id",
                    "follow_delta",
                    List.of(
                            new CountedRows("followers", "edge", "to_id", ACTIVE),
                            new CountedRows("following", "edge", "from_id", ACTIVE)));

    /** All users' counts, which are compared with the active follows. */
    @Singleton
    TableCounter follows(
            CountRepository counts, TableRepository tables, RecountUsers recountUsers) {
        return new TableCounter("follows", TABLE, counts, tables, recountUsers);
    }

    @Singleton
    SubstituteRows followCounts() {
        return SubstituteRows.totals(TABLE);
    }
}
