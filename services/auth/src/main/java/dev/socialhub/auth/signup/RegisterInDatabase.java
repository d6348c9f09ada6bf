package dev.socialhub.auth.signup;

import dev.socialhub.auth.account.Account;
import dev.socialhub.auth.account.Accounts;
import dev.socialhub.auth.session.OpenSession;
import dev.socialhub.auth.session.Session;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.messaging.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
class RegisterInDatabase implements RegisterAccount {

    private final Accounts accounts;
    private final SignUpKeys keys;
    private final Outbox outbox;
    private final OpenSession openSession;

    RegisterInDatabase(Accounts accounts, SignUpKeys keys, Outbox outbox, OpenSession openSession) {
        this.accounts = accounts;
        this.keys = keys;
        this.outbox = outbox;
        this.openSession = openSession;
    }

    @Override
    @Transactional
    public @Nullable Session register(
            Account account, @Nullable SignUpKey key, @Nullable String userAgent) {
        // The key first: the second of two equal requests waits here, and then finds the key of the
        // first.
        if (key != null && !keys.claim(key)) {
            return null;
        }
        if (!accounts.add(account)) {
            throw Conflicts.with(accounts.taken(account.username(), account.email()));
        }
        outbox.append(
                new UserRegistered(
                        account.id(),
                        account.username().value(),
                        account.name(),
                        account.createdAt(),
                        account.version()));
        return openSession.open(account, userAgent);
    }
}
