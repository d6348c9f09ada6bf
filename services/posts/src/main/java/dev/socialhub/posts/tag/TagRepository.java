package dev.socialhub.posts.tag;

import dev.socialhub.posts.text.Hashtag;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Which posts have which hashtags, and how many public ones each hashtag has. */
@Singleton
final class TagRepository {

    /** In the order of ids, so that two posts with the same new tags can't deadlock. */
    private static final String ADD =
            "with named as (insert into tag (tag_id, tag, shown)"
                    + " select * from unnest(?::uuid[], ?::text[], ?::text[]) on conflict do nothing),"
                    + " added as (insert into post_tag (tag_id, created_at, post_id, listed)"
                    + " select n.tag_id, p.created_at, p.post_id, p.listed from unnest(?::uuid[])"
                    + " n (tag_id), (values (?::timestamptz, ?::uuid, ?::boolean))"
                    + " p (created_at, post_id, listed) on conflict do nothing returning tag_id, listed)"
                    + " insert into tag_delta (tag_id, posts) select tag_id, 1 from added"
                    + " where listed";

    private static final String REMOVE =
            "with removed as (delete from post_tag where post_id = any (?::uuid[])"
                    + " returning tag_id, listed)"
                    + " insert into tag_delta (tag_id, posts) select tag_id, -count(*) from removed"
                    + " where listed group by tag_id";

    private final JdbcOperations jdbc;

    TagRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a post to its hashtags.
     *
     * @param listed whether the post is public, and therefore counted
     */
    void add(UUID postId, Instant createdAt, boolean listed, List<Hashtag> hashtags) {
        List<Hashtag> sorted = hashtags.stream().sorted(Comparator.comparing(Hashtag::id)).toList();
        Object ids = SqlStatement.array("uuid", sorted.stream().map(Hashtag::id).toList());
        Object keys = SqlStatement.array("text", sorted.stream().map(Hashtag::key).toList());
        Object shown = SqlStatement.array("text", sorted.stream().map(Hashtag::shown).toList());
        jdbc.execute(connection ->
                SqlStatement.on(connection, ADD, ids, keys, shown, ids, createdAt, postId, listed)
                        .update());
    }

    /** Removes posts from all of their hashtags. */
    void remove(Collection<UUID> postIds) {
        jdbc.execute(connection ->
                SqlStatement.on(connection, REMOVE, SqlStatement.array("uuid", postIds)).update());
    }
}
