package dev.socialhub.posts.search;

import dev.socialhub.posts.post.PostWords;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Computes the words of posts again, as another language of the search requires. */
@Singleton
class ReindexRepository {

    /** In the order of ids, so that two operators' runs don't deadlock. */
    private static final String REINDEX =
            "with batch as (select id from post where id > ? and deleted_at is null"
                    + " order by id limit ? for update),"
                    + " indexed as (update post c set words = "
                    + PostWords.OF_CONTENT
                    + " from batch b where c.id = b.id returning c.id)"
                    + " select (select count(*) from indexed), id from batch order by id desc limit 1";

    private static final String COUNT = "select count(*) from post where deleted_at is null";

    private final JdbcOperations jdbc;

    ReindexRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Indexes the posts after an id, at most this many, in a transaction of its own. */
    @Transactional
    IndexedRange reindex(UUID after, int limit) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, REINDEX, after, limit)
                        .first(row -> new IndexedRange(row.integer(1), row.uuid(2)))
                        .orElse(new IndexedRange(0, null)));
    }

    @Transactional
    long count() {
        return jdbc.execute(
                connection -> SqlStatement.on(connection, COUNT).only(row -> row.number(1)));
    }
}
