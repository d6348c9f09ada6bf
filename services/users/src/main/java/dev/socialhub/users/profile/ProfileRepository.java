package dev.socialhub.users.profile;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** The profiles. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProfileRepository extends GenericRepository<Profile, UUID> {

    String SELECT =
            "select user_id, username, name, name_edited, headline, bio, location, skills,"
                    + " account_version, version, created_at, updated_at from profile where ";

    @Query(SELECT + "user_id = :userId")
    Optional<Profile> findById(UUID userId);

    /** The newest, in case there are two: ids grow with time. */
    @Query(SELECT + "username = :username order by user_id desc limit 1")
    Optional<Profile> findByUsername(String username);

    /** Also keeps other transactions from changing it until this one ends. */
    @Query(SELECT + "user_id = :userId for update")
    Optional<Profile> lock(UUID userId);

    /** Adds a profile unless its owner has one. */
    @Query(
            "insert into profile (user_id, username, name, name_edited, headline, bio, location,"
                    + " skills, account_version, version, created_at, updated_at)"
                    + " values (:userId, :username, :name, :nameEdited, :headline, :bio, :location,"
                    + " :skills, :accountVersion, :version, :createdAt, :updatedAt)"
                    + " on conflict (user_id) do nothing")
    void addIfMissing(Profile profile);

    @Query(
            "update profile set username = :username, name = :name, name_edited = :nameEdited,"
                    + " headline = :headline, bio = :bio, location = :location, skills = :skills,"
                    + " account_version = :accountVersion, version = :version,"
                    + " created_at = :createdAt, updated_at = :updatedAt where user_id = :userId")
    void save(Profile profile);

    /** Whether the account with this id was deleted for good. */
    @Query("select exists (select 1 from deleted_user where user_id = :userId)")
    boolean isDeleted(UUID userId);
}
