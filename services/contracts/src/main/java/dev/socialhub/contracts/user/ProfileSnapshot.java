package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * The present names of a user in the users service. Replicas are compared with them and rebuilt
 * from them.
 *
 * @param accountVersion of the account that the username was taken from
 * @param version of the profile that the name was taken from
 */
@Serdeable
public record ProfileSnapshot(
        UUID userId, String username, String name, long accountVersion, long version) {

    /** Identifies the profile; profiles are listed in this order. */
    public String key() {
        return userId.toString();
    }
}
