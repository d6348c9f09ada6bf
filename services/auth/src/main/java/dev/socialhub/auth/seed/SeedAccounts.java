package dev.socialhub.auth.seed;

import dev.socialhub.auth.account.Username;
import dev.socialhub.ops.seed.SeedRepository;
import dev.socialhub.ops.seed.Seeded;
import dev.socialhub.ops.table.Column;
import dev.socialhub.ops.table.TableRepository;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Creates accounts of sample users: all of a batch or none. */
@Singleton
class SeedAccounts {

    /** An account that could not be added because another one has its name or address. */
    private static final String CONFLICT =
            "select s.username, exists (select 1 from account a where a.username = s.username)"
                    + " from "
                    + Column.rows("s", SeededAccount.TABLE.columns())
                    + " where not exists (select 1 from account a where a.id = s.id)"
                    + " order by s.username limit 1";

    private final SeedRepository seeds;
    private final TableRepository tables;

    SeedAccounts(SeedRepository seeds, TableRepository tables) {
        this.seeds = seeds;
        this.tables = tables;
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
        Seeded seeded = seeds.add(SeededAccount.TABLE, batch);
        if (seeded.leftOut() > 0) {
            conflict(batch).ifPresent(SeedAccounts::refuse);
        }
        return seeded;
    }

    private Optional<String> conflict(List<SeededAccount> batch) {
        return tables.first(
                CONFLICT,
                SeededAccount.TABLE.columns(),
                batch,
                row ->
                        (row.flag(2)
                                        ? "Another account has the username "
                                        : "Another account has the e-mail address of ")
                                + row.text(1)
                                + ".");
    }

    private static void refuse(String conflict) {
        throw new ProblemException(ProblemType.CONFLICT, conflict);
    }
}
