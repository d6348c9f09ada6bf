package dev.socialhub.auth.seed;

import dev.socialhub.auth.account.Username;
import dev.socialhub.auth.seed.SeededAccountRepository.Conflict;
import dev.socialhub.ops.seed.Seeded;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/** Creates accounts of sample users: all of a batch or none. */
@Singleton
class SeedAccounts {

    private final SeededAccountRepository accounts;

    SeedAccounts(SeededAccountRepository accounts) {
        this.accounts = accounts;
    }

    /**
     * Adds the accounts that don't exist yet. A deleted account stays deleted.
     *
     * @throws ProblemException 409 when another account has one of the names or addresses; 422 for
     *     a reserved name
     */
    @Transactional
    Seeded seed(List<SeededAccount> batch) {
        for (int row = 0; row < batch.size(); row++) {
            if (new Username(batch.get(row).username()).isReserved()) {
                throw ProblemException.invalid("accounts[" + row + "].username", "is reserved");
            }
        }
        int added = accounts.add(batch);
        if (added < batch.size()) {
            accounts.conflict(batch).ifPresent(SeedAccounts::refuse);
        }
        return new Seeded(added, 0);
    }

    private static void refuse(Conflict conflict) {
        throw new ProblemException(
                ProblemType.CONFLICT,
                conflict.nameTaken()
                        ? "Another account has the username " + conflict.username() + "."
                        : "Another account has the e-mail address of " + conflict.username() + ".");
    }
}
