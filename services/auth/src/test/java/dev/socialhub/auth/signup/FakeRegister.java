package dev.socialhub.auth.signup;

import dev.socialhub.auth.account.Account;
import dev.socialhub.auth.account.Accounts;
import dev.socialhub.auth.session.OpenSession;
import dev.socialhub.auth.session.Session;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The transaction of a sign-up, in memory, with the keys that it takes. */
final class FakeRegister implements RegisterAccount, SignUpKeys {

    private final Accounts accounts;
    private final OpenSession openSession;
    private final Map<String, SignUpKey> keys = new ConcurrentHashMap<>();
    private final AtomicBoolean late = new AtomicBoolean();

    FakeRegister(Accounts accounts, OpenSession openSession) {
        this.accounts = accounts;
        this.openSession = openSession;
    }

    @Override
    public synchronized @Nullable Session register(
            Account account, @Nullable SignUpKey key, @Nullable String userAgent) {
        if (key != null && !claim(key)) {
            return null;
        }
        if (!accounts.add(account)) {
            throw Conflicts.with(accounts.taken(account.username(), account.email()));
        }
        return openSession.open(account, userAgent);
    }

    /** The next look-up finds no key, as if the request that takes it committed just afterwards. */
    void commitAfterTheNextLookUp() {
        late.set(true);
    }

    @Override
    public Optional<SignUpKey> find(String key) {
        return late.compareAndSet(true, false)
                ? Optional.empty()
                : Optional.ofNullable(keys.get(key));
    }

    @Override
    public boolean claim(SignUpKey key) {
        return keys.putIfAbsent(key.key(), key) == null;
    }
}
