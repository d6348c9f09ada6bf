package dev.socialhub.users.profile;

import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.messaging.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/**
 * Changes what the owner of a profile asks for and nothing else: under the row's lock, so that
 * edits of different fields at the same time all survive.
 */
@Singleton
class EditProfile {

    private final ProfileRepository profiles;
    private final Outbox outbox;
    private final Clock clock;

    EditProfile(ProfileRepository profiles, Outbox outbox, Clock clock) {
        this.profiles = profiles;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Edits a profile that is known to exist. */
    @Transactional
    Profile edit(UUID userId, ProfileEdit edit) {
        Profile present = profiles.lock(userId).orElseThrow();
        Profile edited = present.edited(edit.normalised(), clock.instant());
        if (edited != present) {
            profiles.save(edited);
            outbox.append(
                    new UserProfileUpdated(
                            userId, edited.username(), edited.name(), edited.version()));
        }
        return edited;
    }
}
