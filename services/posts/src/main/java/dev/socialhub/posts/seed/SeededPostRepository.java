package dev.socialhub.posts.seed;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.function.Function;

/** Inserts posts of sample users, a batch in one statement. */
@Singleton
final class SeededPostRepository {

    private static final String ADD =
            "insert into post (id, author_id, content, visibility, created_at, version)"
                    + " select s.id, s.author_id, s.content, s.visibility,"
                    + " timestamptz 'epoch' + s.millis * interval '1 millisecond', 1"
                    + " from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[])"
                    + " s (id, author_id, content, visibility, millis)"
                    + " where not exists"
                    + " (select 1 from deleted_user d where d.user_id = s.author_id)"
                    + " order by s.id on conflict (id) do nothing";

    private static final String ABSENT =
            "select count(*) from unnest(?::uuid[]) s (id)"
                    + " where not exists (select 1 from post p where p.id = s.id)";

    private final JdbcOperations jdbc;

    SeededPostRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the posts that don't exist yet and whose author isn't deleted; returns how many. */
    int add(List<SeededPost> batch) {
        return jdbc.execute(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                insert.setArray(1, connection.createArrayOf("uuid", column(batch, SeededPost::id)));
                insert.setArray(
                        2, connection.createArrayOf("uuid", column(batch, SeededPost::authorId)));
                insert.setArray(
                        3,
                        connection.createArrayOf("text", column(batch, SeededPost::keptContent)));
                insert.setArray(
                        4, connection.createArrayOf("text", column(batch, SeededPost::visibility)));
                insert.setArray(
                        5,
                        connection.createArrayOf(
                                "bigint", column(batch, SeededPost::createdAtMillis)));
                return insert.executeUpdate();
            }
        });
    }

    /** How many of the posts don't exist. */
    int absent(List<SeededPost> batch) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(ABSENT)) {
                query.setArray(1, connection.createArrayOf("uuid", column(batch, SeededPost::id)));
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("a count has a row");
                    }
                    return row.getInt(1);
                }
            }
        });
    }

    private static Object[] column(List<SeededPost> batch, Function<SeededPost, Object> value) {
        return batch.stream().map(value).toArray();
    }
}
