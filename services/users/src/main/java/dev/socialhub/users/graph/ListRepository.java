package dev.socialhub.users.graph;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Users at the other ends of a user's edges, the most recent edge first, starting below a row
 * {@code (at, id)}. Each page reads as many rows of one index as it has users, wherever in the list
 * it is. A list is empty for a viewer that its owner blocks.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ListRepository extends GenericRepository<ListedPerson, UUID> {

    String FOLLOWERS =
            """
            select p.user_id as id, p.username, p.name, p.headline, e.changed_at as since
            from edge e join profile p on p.user_id = e.from_id
            where e.kind = 'follow' and e.to_id = :userId and e.active
            and (e.changed_at, e.from_id) < (:at, :id)
            and e.from_id not in (select b.from_id from edge b
            where b.kind = 'block' and b.to_id = :viewerId and b.active)
            and not exists (select 1 from edge b
            where b.kind = 'block' and b.from_id = :userId and b.to_id = :viewerId and b.active)
            order by e.changed_at desc, e.from_id desc limit :rows
            """;

    String FOLLOWING =
            """
            select p.user_id as id, p.username, p.name, p.headline, e.changed_at as since
            from edge e join profile p on p.user_id = e.to_id
            where e.kind = 'follow' and e.from_id = :userId and e.active
            and (e.changed_at, e.to_id) < (:at, :id)
            and e.to_id not in (select b.from_id from edge b
            where b.kind = 'block' and b.to_id = :viewerId and b.active)
            and not exists (select 1 from edge b
            where b.kind = 'block' and b.from_id = :userId and b.to_id = :viewerId and b.active)
            order by e.changed_at desc, e.to_id desc limit :rows
            """;

    /** The followers of a user, without those that block the viewer. */
    @Query(FOLLOWERS)
    List<ListedPerson> followers(UUID userId, UUID viewerId, Instant at, UUID id, int rows);

    /** The users that a user follows, without those that block the viewer. */
    @Query(FOLLOWING)
    List<ListedPerson> following(UUID userId, UUID viewerId, Instant at, UUID id, int rows);

    /** The users that a user blocks. */
    @Query(
            """
            select p.user_id as id, p.username, p.name, p.headline, e.changed_at as since
            from edge e join profile p on p.user_id = e.to_id
            where e.kind = 'block' and e.from_id = :userId and e.active
            and (e.changed_at, e.to_id) < (:at, :id)
            order by e.changed_at desc, e.to_id desc limit :rows
            """)
    List<ListedPerson> blocked(UUID userId, Instant at, UUID id, int rows);
}
