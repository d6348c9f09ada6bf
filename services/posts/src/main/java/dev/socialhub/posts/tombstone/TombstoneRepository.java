package dev.socialhub.posts.tombstone;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The people whose account is gone. Whoever writes down something of people on the word of another
 * service takes part in one lock, as the first thing in its transaction: without it a row could
 * commit behind the back of the deletion that was to prevent it.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface TombstoneRepository
        extends GenericRepository<TombstoneRepository.DeletedUser, UUID> {

    /** Names the lock among the advisory locks of this database. */
    long LOCK = 5_001_000_001L;

    /** A person whose account is gone. */
    @MappedEntity("deleted_user")
    record DeletedUser(@Id UUID userId) {}

    /** Keeps deletions from happening until the transaction ends, and waits for one under way. */
    @Query("select 1 from pg_advisory_xact_lock_shared(" + LOCK + ")")
    int holdOffDeletions();

    /** Waits until nobody writes, and keeps everybody from it until the transaction ends. */
    @Query("select 1 from pg_advisory_xact_lock(" + LOCK + ")")
    int holdOffWriters();

    @Query(
            "insert into deleted_user (user_id, deleted_at) values (:userId, :deletedAt)"
                    + " on conflict do nothing")
    void add(UUID userId, Instant deletedAt);

    /** Those of some people whose account is gone. */
    @Query("select user_id from deleted_user where user_id in (:userIds)")
    List<UUID> among(Collection<UUID> userIds);

    /**
     * Somebody of whom something is left here, for this transaction alone; others pass them over.
     */
    @Query(
            "select user_id from deleted_user where erased_at is null order by deleted_at limit 1"
                    + " for update skip locked")
    Optional<UUID> lockUnerased();

    @Query("update deleted_user set erased_at = :erasedAt where user_id = :userId")
    void markErased(UUID userId, Instant erasedAt);
}
