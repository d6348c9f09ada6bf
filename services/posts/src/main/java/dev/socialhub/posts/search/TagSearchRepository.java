package dev.socialhub.posts.search;

import dev.socialhub.shared.paging.CountCursor;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.List;

/** Searches hashtags by their beginnings. */
@Singleton
final class TagSearchRepository {

    private static final String FIND =
            "select t.tag_id, t.shown, c.posts from tag t join tag_count c on c.tag_id = t.tag_id"
                    + " where t.tag ^@ ? and c.posts > 0 and (c.posts, t.tag_id) < (?, ?)"
                    + " order by c.posts desc, t.tag_id desc limit ?";

    private final JdbcOperations jdbc;

    TagSearchRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The hashtags with public posts whose keys begin so, those with most posts first. */
    List<FoundTag> find(String beginning, CountCursor after, int rows) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, FIND, beginning, after.count(), after.id(), rows)
                        .list(row -> new FoundTag(row.uuid(1), row.text(2), row.number(3))));
    }
}
