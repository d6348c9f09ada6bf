package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * What users says now of a person's names: what copies are compared with and made from.
 *
 * @param accountVersion of the account that the username was taken from
 * @param version of the profile that the name was taken from
 */
@Serdeable
public record ProfileSnapshot(
        UUID userId, String username, String name, long accountVersion, long version) {

    /** Names the profile; profiles are listed in this order. */
    public String key() {
        return userId.toString();
    }
}
