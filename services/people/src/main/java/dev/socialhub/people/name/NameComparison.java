package dev.socialhub.people.name;

import dev.socialhub.contracts.user.ProfileSnapshot;
import dev.socialhub.ops.projection.RowComparison;
import dev.socialhub.ops.projection.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Names have two versions: the profile's name has the profile's version, and the username has the
 * account's. Auth owns accounts, so the users service itself can be behind on them.
 */
final class NameComparison implements RowComparison<ProfileSnapshot> {

    /**
     * The version of a profile that was never edited. No event reports it, so the replica may not
     * have it.
     */
    private static final long UNEDITED = 1;

    @Override
    public String versionOf(ProfileSnapshot row) {
        return "account " + row.accountVersion() + ", profile " + profileVersion(row);
    }

    @Override
    public @Nullable Verdict compare(ProfileSnapshot held, ProfileSnapshot owned) {
        if (!hasReached(held, owned)) {
            return Verdict.BEHIND;
        }
        boolean sameAccount = held.accountVersion() == owned.accountVersion();
        boolean rightName =
                profileVersion(held) == profileVersion(owned)
                        && (held.name().equals(owned.name()) || isNamedByNewerAccount(held, owned));
        boolean rightUsername = !sameAccount || held.username().equals(owned.username());
        return rightName && rightUsername ? null : Verdict.WRONG;
    }

    @Override
    public boolean hasReached(ProfileSnapshot held, ProfileSnapshot due) {
        return held.accountVersion() >= due.accountVersion()
                && profileVersion(held) >= profileVersion(due);
    }

    /** Before the profile is edited, the name is the account's, which may have changed since. */
    private static boolean isNamedByNewerAccount(ProfileSnapshot held, ProfileSnapshot owned) {
        return held.version() == 0 && held.accountVersion() > owned.accountVersion();
    }

    private static long profileVersion(ProfileSnapshot row) {
        return Math.max(row.version(), UNEDITED);
    }
}
