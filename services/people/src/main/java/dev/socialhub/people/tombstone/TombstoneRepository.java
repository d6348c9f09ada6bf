package dev.socialhub.people.tombstone;

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
import org.jspecify.annotations.Nullable;

/**
 * The deleted users. Every transaction that writes data of users received from another service
 * takes one common lock as its first step: without it a row could commit after the deletion that
 * was to prevent it.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface TombstoneRepository
        extends GenericRepository<TombstoneRepository.DeletedUser, UUID> {

    /** The key of the lock among the advisory locks of this database. */
    long LOCK = 5_001_000_001L;

    /** The statement of {@link #holdOffDeletions}, for writers that are described by data. */
    String HOLD_OFF_DELETIONS = "select 1 from pg_advisory_xact_lock_shared(" + LOCK + ")";

    /**
     * A deleted user.
     *
     * @param erasedAt when nothing of the user was left in this database; null until then
     */
    @MappedEntity("deleted_user")
    record DeletedUser(@Id UUID userId, Instant deletedAt, @Nullable Instant erasedAt) {}

    /** Prevents deletions until the transaction ends, and waits for one that is running. */
    @Query(HOLD_OFF_DELETIONS)
    int holdOffDeletions();

    /** Waits until no transaction writes, and blocks other writers until the transaction ends. */
    @Query("select 1 from pg_advisory_xact_lock(" + LOCK + ")")
    int holdOffWriters();

    @Query(
            "insert into deleted_user (user_id, deleted_at) values (:userId, :deletedAt)"
                    + " on conflict do nothing")
    void add(UUID userId, Instant deletedAt);

    /** Those of these users that are deleted. */
    @Query("select user_id from deleted_user where user_id in (:userIds)")
    List<UUID> among(Collection<UUID> userIds);

    @Query("select user_id, deleted_at, erased_at from deleted_user where user_id = :userId")
    Optional<DeletedUser> find(UUID userId);

    /** A deleted user with data left here, locked for this transaction; others skip the user. */
    @Query(
            "select user_id from deleted_user where erased_at is null order by deleted_at limit 1"
                    + " for update skip locked")
    Optional<UUID> lockUnerased();

    @Query("update deleted_user set erased_at = :erasedAt where user_id = :userId")
    void markErased(UUID userId, Instant erasedAt);
}
