package dev.socialhub.auth.snapshot;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.contracts.user.SnapshotPage;
import dev.socialhub.shared.identity.Roles;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For services that rebuild their replicas, or compare them. */
@Hidden
@Controller("/internal/snapshots/accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Roles.INTERNAL)
class AccountSnapshotController {

    private final AccountSnapshotRepository accounts;

    AccountSnapshotController(AccountSnapshotRepository accounts) {
        this.accounts = accounts;
    }

    /** Every active account, in the order of ids. */
    @Get
    SnapshotPage<PublishedAccount> accounts(
            @Nullable @QueryValue UUID after,
            @QueryValue(defaultValue = "1000") @Min(1) @Max(5_000) int limit) {
        List<PublishedAccount> found = accounts.page(after, limit + 1);
        boolean more = found.size() > limit;
        List<PublishedAccount> shown = more ? found.subList(0, limit) : found;
        return new SnapshotPage<>(shown, more ? shown.getLast().id().toString() : null);
    }
}
