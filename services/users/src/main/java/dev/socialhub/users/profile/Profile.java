package dev.socialhub.users.profile;

import dev.socialhub.contracts.account.PublishedAccount;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user's profile.
 *
 * @param nameEdited whether its owner chose the name; until then it is the account's
 * @param accountVersion of the account that the profile was last updated from, 0 if made from a
 *     token
 * @param version grows with every change that others can see, 1 at first
 * @param createdAt when the account was created
 */
@MappedEntity("profile")
record Profile(
        @Id UUID userId,
        String username,
        String name,
        boolean nameEdited,
        @Nullable String headline,
        @Nullable String bio,
        @Nullable String location,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> skills,
        long accountVersion,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    private static final long FIRST_VERSION = 1;

    Profile {
        skills = List.copyOf(skills);
    }

    /** The profile of a user that has not edited it yet. */
    static Profile of(PublishedAccount account, Instant now) {
        return new Profile(
                account.id(),
                account.username(),
                account.name(),
                false,
                null,
                null,
                null,
                List.of(),
                account.version(),
                FIRST_VERSION,
                account.createdAt(),
                now);
    }

    /**
     * The profile updated from the account; unchanged when it already has this version or a newer
     * one.
     */
    Profile updatedFrom(PublishedAccount account, Instant now) {
        if (account.version() <= accountVersion) {
            return this;
        }
        String newName = nameEdited ? name : account.name();
        boolean visible = !newName.equals(name) || !account.username().equals(username);
        return new Profile(
                userId,
                account.username(),
                newName,
                nameEdited,
                headline,
                bio,
                location,
                skills,
                account.version(),
                visible ? version + 1 : version,
                account.createdAt(),
                visible ? now : updatedAt);
    }

    /** The profile after its owner's edit; unchanged when the edit changes nothing. */
    Profile edited(ProfileEdit edit, Instant now) {
        Profile edited =
                new Profile(
                        userId,
                        username,
                        Objects.requireNonNull(edit.name().orKeep(name)),
                        nameEdited || edit.name().asked(),
                        edit.headline().orKeep(headline),
                        edit.bio().orKeep(bio),
                        edit.location().orKeep(location),
                        Objects.requireNonNull(edit.skills().orKeep(skills)),
                        accountVersion,
                        version,
                        createdAt,
                        updatedAt);
        return edited.equals(this) ? this : edited.next(now);
    }

    private Profile next(Instant now) {
        return new Profile(
                userId,
                username,
                name,
                nameEdited,
                headline,
                bio,
                location,
                skills,
                accountVersion,
                version + 1,
                createdAt,
                now);
    }
}
