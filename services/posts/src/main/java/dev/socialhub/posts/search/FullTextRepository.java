package dev.socialhub.posts.search;

import dev.socialhub.posts.post.VisiblePosts;
import dev.socialhub.shared.paging.TimeCursor;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Searches the words of posts. */
@Singleton
final class FullTextRepository {

    /**
     * Makes a query of a text. The words are looked for as they are written, or as the language
     * reduces them. The last one matches as a beginning, unless it is excluded or in quotes. A text
     * that the language reduces to nothing has stop words alone.
     *
     * <p>The plan of the following statement must suit the query, since a frequent word needs
     * another one than a rare word.
     */
    private static final String PARSE =
            """
            with written as (select websearch_to_tsquery('simple', t) as words,
                    websearch_to_tsquery(t) as reduced from (select cast(? as text)) s (t)),
                query as (select reduced, (case
                    when ? and words::text ~ '''$' and words::text !~ '!(''[^'']*'')+$'
                    then words::text || ':*' else words::text end)::tsquery || reduced as whole
                    from written)
            select whole::text, set_config('plan_cache_mode', 'force_custom_plan', true) from query
            where numnode(reduced) > 0 and querytree(whole) not in ('', 'T')
            """;

    /** One place of rank is worth as much as a week: a post that matches twice as well. */
    private static final double SECONDS_OF_DOUBLE_RANK = 7 * 24 * 60 * 60;

    /** Matches of a lower rank count as if they had this one. */
    private static final double LOWEST_RANK = 0.001;

    /** The candidates are visible and match; among the newest ones the rank decides. */
    static final String FIND =
            "with viewer as (select ?::uuid as id), candidate as materialized ("
                    + " select p.id, p.created_at, p.words from post p"
                    + " join author a on a.user_id = p.author_id where p.words @@ ?::tsquery and "
                    + VisiblePosts.TO_VIEWER.replace(":viewerId", "(select id from viewer)")
                    + " order by p.created_at desc, p.id desc limit ?),"
                    + " ranked as (select c.id, c.created_at + make_interval(secs => ?"
                    + " * ln(greatest(ts_rank(c.words, ?::tsquery, 1), ?) / ?) / ln(2::float8))"
                    + " as score from candidate c)"
                    + " select id, score from ranked where (score, id) < (?, ?)"
                    + " order by score desc, id desc limit ?";

    /** In many scripts words end in marks, such as the vowels of Thai. */
    private static final Pattern END_OF_WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]\\z");

    private final JdbcOperations jdbc;

    FullTextRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The text as a query; empty if it has no word to look for. */
    Optional<String> parse(String text) {
        boolean endsInWord = END_OF_WORD.matcher(text).find();
        return jdbc.execute(connection ->
                SqlStatement.on(connection, PARSE, text, endsInWord).first(row -> row.text(1)));
    }

    /**
     * The posts that match a parsed query and that a user may see, the best first.
     *
     * @param candidates how many posts are ranked at most
     */
    List<FoundPost> find(String query, UUID viewerId, int candidates, TimeCursor after, int rows) {
        return jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                FIND,
                                viewerId,
                                query,
                                candidates,
                                SECONDS_OF_DOUBLE_RANK,
                                query,
                                LOWEST_RANK,
                                LOWEST_RANK,
                                after.at(),
                                after.id(),
                                rows)
                        .list(row -> new FoundPost(row.uuid(1), row.time(2))));
    }
}
