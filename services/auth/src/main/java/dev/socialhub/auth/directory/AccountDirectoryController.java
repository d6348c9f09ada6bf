package dev.socialhub.auth.directory;

import dev.socialhub.ops.OpsEndpoint;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.util.Optional;

@Hidden
@Controller("/internal/ops/accounts")
@OpsEndpoint
class AccountDirectoryController {

    private final FindAccounts findAccounts;

    AccountDirectoryController(FindAccounts findAccounts) {
        this.findAccounts = findAccounts;
    }

    /** Lists accounts. */
    @Get
    AccountPage list(@Valid @RequestBean DirectoryQuery query) {
        return findAccounts.page(query);
    }

    /** Shows an account by its id or username. */
    @Get("/{idOrUsername}")
    Optional<AccountEntry> account(String idOrUsername) {
        return findAccounts.named(idOrUsername);
    }
}
