package dev.socialhub.people.name;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/**
 * The replica of users' names. Each source overwrites only older values of its own kind, and no
 * source restores a deleted user.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NameRepository extends GenericRepository<NamedUser, UUID> {

    String UNLESS_GONE =
            " where not exists (select 1 from deleted_user d where d.user_id = :userId)"
                    + " on conflict (user_id) do ";

    @Query("select user_id, username, name from author where user_id = :userId")
    Optional<NamedUser> findById(UUID userId);

    /**
     * The newest user, in case the replica ever holds two with this username: ids grow with time.
     */
    @Query(
            "select user_id, username, name from author where username = :username"
                    + " order by user_id desc limit 1")
    Optional<NamedUser> findByUsername(String username);

    /**
     * Stores an account at its version. A name from a profile takes precedence over the account's.
     */
    @Query(
            "insert into author (user_id, username, name, account_version, profile_version)"
                    + " select :userId, :username, :name, :version, 0"
                    + UNLESS_GONE
                    + "update set username = excluded.username,"
                    + " name = case when author.profile_version = 0"
                    + " then excluded.name else author.name end,"
                    + " account_version = excluded.account_version"
                    + " where author.account_version < excluded.account_version")
    int putAccount(UUID userId, String username, String name, long version);

    /** Stores a profile at its version. */
    @Query(
            "insert into author (user_id, username, name, account_version, profile_version)"
                    + " select :userId, :username, :name, 0, :version"
                    + UNLESS_GONE
                    + "update set name = excluded.name,"
                    + " profile_version = excluded.profile_version"
                    + " where author.profile_version < excluded.profile_version")
    int putProfile(UUID userId, String username, String name, long version);

    @Query("delete from author where user_id = :userId")
    void remove(UUID userId);

    @Query("select count(*) from author where user_id = :userId")
    long count(UUID userId);
}
