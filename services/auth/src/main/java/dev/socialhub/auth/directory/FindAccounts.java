package dev.socialhub.auth.directory;

import dev.socialhub.auth.account.Username;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks accounts up for operators. */
@Singleton
final class FindAccounts {

    private static final int UUID_LENGTH = 36;

    private final DirectoryRepository directory;

    FindAccounts(DirectoryRepository directory) {
        this.directory = directory;
    }

    /** A page of the accounts that match. */
    AccountPage page(DirectoryQuery query) {
        List<AccountEntry> found = directory.page(query, query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<AccountEntry> shown = more ? found.subList(0, query.limit()) : found;
        return new AccountPage(shown, more ? shown.getLast().id() : null);
    }

    /** The account with this id or username, whatever its status. */
    Optional<AccountEntry> named(String idOrUsername) {
        // No username is as long as a UUID, so an id and a username can't be confused.
        if (idOrUsername.length() != UUID_LENGTH) {
            return Username.parse(idOrUsername)
                    .flatMap(username -> directory.byUsername(username.value()));
        }
        try {
            return directory.byId(UUID.fromString(idOrUsername));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
