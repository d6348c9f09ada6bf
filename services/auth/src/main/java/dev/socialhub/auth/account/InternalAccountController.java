package dev.socialhub.auth.account;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.shared.identity.Roles;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import java.util.UUID;

/** For services that need a user's account before the user's event has reached them. */
@Hidden
@Controller("/internal/accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Roles.INTERNAL)
final class InternalAccountController {

    private static final int UUID_LENGTH = 36;

    private final Accounts accounts;

    InternalAccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account with this id or username. */
    @Get("/{idOrUsername}")
    Optional<PublishedAccount> account(String idOrUsername) {
        return find(idOrUsername).map(Account::published);
    }

    /** No username is as long as a UUID, so an id and a username can't be confused. */
    private Optional<Account> find(String idOrUsername) {
        if (idOrUsername.length() != UUID_LENGTH) {
            return Username.parse(idOrUsername).flatMap(accounts::byUsername);
        }
        try {
            return accounts.byId(UUID.fromString(idOrUsername));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
