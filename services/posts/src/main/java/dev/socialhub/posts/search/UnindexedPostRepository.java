package dev.socialhub.posts.search;

import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.posts.post.PostMetadata;
import dev.socialhub.posts.post.PostWords;
import dev.socialhub.posts.text.Hashtag;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Posts without words to find them by. */
@Singleton
final class UnindexedPostRepository {

    private static final String LOCK_SOME =
            "select id, content, visibility, created_at from post where words is null"
                    + " and deleted_at is null order by id limit ? for update skip locked";

    /** Metadata stays where there is some: then only the words were to be renewed. */
    private static final String INDEX =
            "update post c set metadata = case when c.metadata = '{}' then n.metadata::jsonb"
                    + " else c.metadata end, words = "
                    + PostWords.OF_CONTENT
                    + " from unnest(?::uuid[], ?::text[]) n (id, metadata) where c.id = n.id";

    private final JdbcOperations jdbc;
    private final JsonMapper json;

    UnindexedPostRepository(JdbcOperations jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Some unindexed posts, locked for this transaction; others skip them. */
    List<UnindexedPost> lockSome(int most) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, LOCK_SOME, most)
                        .list(row ->
                                new UnindexedPost(
                                        row.uuid(1),
                                        row.text(2),
                                        Visibility.ofWireName(row.text(3)),
                                        row.time(4))));
    }

    /** Stores the words of posts, and their hashtags, which are in the order of the posts. */
    void index(List<UnindexedPost> posts, List<List<Hashtag>> hashtags) {
        Object ids = SqlStatement.array("uuid", posts.stream().map(UnindexedPost::id).toList());
        Object metadata =
                SqlStatement.array("text", hashtags.stream().map(this::metadataOf).toList());
        jdbc.execute(connection -> SqlStatement.on(connection, INDEX, ids, metadata).update());
    }

    private String metadataOf(List<Hashtag> hashtags) {
        try {
            return json.writeValueAsString(
                    new PostMetadata(hashtags.stream().map(Hashtag::shown).toList(), List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
