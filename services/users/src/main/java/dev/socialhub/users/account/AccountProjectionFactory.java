package dev.socialhub.users.account;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.ops.projection.OwnerClient;
import dev.socialhub.ops.projection.Projection;
import dev.socialhub.ops.projection.RowComparison;
import dev.socialhub.ops.projection.TableProjection;
import dev.socialhub.ops.table.TableRepository;
import dev.socialhub.shared.identity.IdentityConfiguration;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class AccountProjectionFactory {

    /**
     * Compares the account columns of profiles with auth: every active account has a profile with
     * its username. Once edited, the name belongs to the profile, so it isn't compared.
     */
    @Singleton
    Projection<PublishedAccount> accounts(
            IdentityConfiguration identity,
            OwnerClient owner,
            TableRepository tables,
            RepairProfiles repairProfiles) {
        return new TableProjection<>(
                "accounts",
                owner.rows("auth", identity.authUrls(), "accounts", PublishedAccount.class),
                AccountPartTable.ACCOUNTS,
                tables,
                RowComparison.byVersion(
                        PublishedAccount::version,
                        (held, owned) ->
                                held.username().equals(owned.username())
                                        && held.createdAt().equals(owned.createdAt())),
                repairProfiles);
    }
}
