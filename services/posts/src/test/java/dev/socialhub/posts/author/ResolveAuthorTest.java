package dev.socialhub.posts.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.contracts.account.Account;
import dev.socialhub.shared.accounts.Accounts;
import dev.socialhub.shared.accounts.AccountsUnavailable;
import dev.socialhub.shared.accounts.PersonName;
import dev.socialhub.shared.accounts.PersonName.ById;
import dev.socialhub.shared.accounts.PersonName.ByUsername;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResolveAuthorTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Caller JOHN = new Caller(ID, "john", Set.of("USER"), "session");
    private static final Account ACCOUNT = new Account(ID, "john", "John Doe", Instant.EPOCH, 1);

    private final FakeAuthors authors = new FakeAuthors();
    private final FakeAccounts accounts = new FakeAccounts();
    private final ResolveAuthor resolving = new ResolveAuthor(authors, accounts);

    @Test
    void asksAuthForACallerItHasNotMetAndThenNeverAgain() {
        accounts.known = ACCOUNT;

        assertThat(resolving.ofCaller(JOHN).name()).isEqualTo("John Doe");
        assertThat(resolving.ofCaller(JOHN).name()).isEqualTo("John Doe");
        assertThat(accounts.asked).isEqualTo(1);
    }

    @Test
    void takesTheTokensWordWhileAuthIsAwayOrKnowsNothing() {
        assertThat(resolving.ofCaller(JOHN).name()).isEqualTo("john");
        assertThat(authors.versions).containsEntry(ID, 0L);

        Caller jane = new Caller(UUID.randomUUID(), "jane", Set.of("USER"), "session");
        accounts.away = true;
        assertThat(resolving.ofCaller(jane).name()).isEqualTo("jane");
    }

    @Test
    void findsPeopleByBothNames() {
        accounts.known = ACCOUNT;

        assertThat(resolving.named("JOHN").userId()).isEqualTo(ID);
        assertThat(resolving.named(ID.toString()).userId()).isEqualTo(ID);
        assertThat(accounts.asked).isEqualTo(1);
    }

    @Test
    void tellsNobodyFromNotKnowing() {
        assertThatThrownBy(() -> resolving.named("nobody"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type().status()).isEqualTo(404));
        accounts.away = true;
        assertThatThrownBy(() -> resolving.named("nobody"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type().status()).isEqualTo(503));
    }

    @Test
    void doesNotAskAuthForWhatNobodyCanBeCalled() {
        assertThatThrownBy(() -> resolving.named("../admin")).isInstanceOf(ProblemException.class);
        assertThat(accounts.asked).isZero();
    }

    private static final class FakeAccounts implements Accounts {

        private Account known =
                new Account(UUID.randomUUID(), "somebody", "Somebody Else", Instant.EPOCH, 1);
        private boolean away;
        private int asked;

        @Override
        public Optional<Account> find(PersonName person) {
            asked++;
            if (away) {
                throw new AccountsUnavailable(new IOException("away"));
            }
            boolean meant =
                    switch (person) {
                        case ById(var id) -> id.equals(known.id());
                        case ByUsername(var username) -> username.equals(known.username());
                    };
            return meant ? Optional.of(known) : Optional.empty();
        }
    }

    private static final class FakeAuthors implements AuthorRepository {

        private final Map<UUID, Author> rows = new HashMap<>();
        private final Map<UUID, Long> versions = new HashMap<>();

        @Override
        public Optional<Author> findById(UUID userId) {
            return Optional.ofNullable(rows.get(userId));
        }

        @Override
        public Optional<Author> findByUsername(String username) {
            return rows.values().stream().filter(a -> a.username().equals(username)).findAny();
        }

        @Override
        public int putAccount(UUID userId, String username, String name, long version) {
            rows.put(userId, new Author(userId, username, name));
            versions.put(userId, version);
            return 1;
        }

        @Override
        public int putProfile(UUID userId, String username, String name, long version) {
            throw new AssertionError("profiles come by event alone");
        }
    }
}
