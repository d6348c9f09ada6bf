package dev.socialhub.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.people.account.UserIdentifier.ById;
import dev.socialhub.people.account.UserIdentifier.ByUsername;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResolveUserTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Caller JOHN = new Caller(ID, "john", Set.of("USER"), "session");
    private static final PublishedAccount ACCOUNT =
            new PublishedAccount(ID, "john", "John Doe", Instant.EPOCH, 1);

    private final FakeCopy replica = new FakeCopy();
    private final FakeAccounts accounts = new FakeAccounts();
    private final ResolveUser resolving =
            new ResolveUser(accounts, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void asksAuthForACallerItHasNotMetAndThenNeverAgain() {
        accounts.known = ACCOUNT;

        assertThat(resolving.caller(JOHN, replica).name()).isEqualTo("John Doe");
        assertThat(resolving.caller(JOHN, replica).name()).isEqualTo("John Doe");
        assertThat(accounts.asked).isEqualTo(1);
    }

    @Test
    void takesTheTokensWordWhileAuthIsAwayOrKnowsNothing() {
        assertThat(resolving.caller(JOHN, replica).name()).isEqualTo("john");
        assertThat(replica.find(new ById(ID)).orElseThrow().version()).isZero();

        Caller jane = new Caller(UUID.randomUUID(), "jane", Set.of("USER"), "session");
        accounts.away = true;
        assertThat(resolving.caller(jane, replica).name()).isEqualTo("jane");
    }

    @Test
    void findsUsersByIdAndUsername() {
        accounts.known = ACCOUNT;

        assertThat(resolving.named("JOHN", replica).id()).isEqualTo(ID);
        assertThat(resolving.named(ID.toString(), replica).id()).isEqualTo(ID);
        assertThat(accounts.asked).isEqualTo(1);
    }

    @Test
    void distinguishesAnUnknownUserFromAnUnavailableAuth() {
        assertThatThrownBy(() -> resolving.named("nobody", replica))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type().status()).isEqualTo(404));
        accounts.away = true;
        assertThatThrownBy(() -> resolving.named("nobody", replica))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type().status()).isEqualTo(503));
    }

    @Test
    void doesNotAskAuthForAnInvalidName() {
        assertThatThrownBy(() -> resolving.named("../admin", replica))
                .isInstanceOf(ProblemException.class);
        assertThat(accounts.asked).isZero();
    }

    private static final class FakeAccounts implements AccountLookup {

        private PublishedAccount known =
                new PublishedAccount(
                        UUID.randomUUID(), "somebody", "Somebody Else", Instant.EPOCH, 1);
        private boolean away;
        private int asked;

        @Override
        public Optional<PublishedAccount> find(UserIdentifier user) {
            asked++;
            if (away) {
                throw new AccountsUnavailable(new IOException("away"));
            }
            boolean meant =
                    switch (user) {
                        case ById(var id) -> id.equals(known.id());
                        case ByUsername(var username) -> username.equals(known.username());
                    };
            return meant ? Optional.of(known) : Optional.empty();
        }
    }

    /** Stores accounts unchanged. */
    private static final class FakeCopy implements UserReplica<PublishedAccount> {

        private final Map<UUID, PublishedAccount> rows = new HashMap<>();

        @Override
        public Optional<PublishedAccount> find(UserIdentifier user) {
            return rows.values().stream()
                    .filter(account ->
                            switch (user) {
                                case ById(var id) -> id.equals(account.id());
                                case ByUsername(var name) -> name.equals(account.username());
                            })
                    .findAny();
        }

        @Override
        public PublishedAccount keep(PublishedAccount account) {
            rows.put(account.id(), account);
            return account;
        }
    }
}
