package dev.socialhub.auth.account;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Accounts in memory. */
public final class FakeAccounts implements Accounts {

    private final Map<UUID, Account> accounts = new ConcurrentHashMap<>();

    @Override
    public synchronized boolean add(Account account) {
        if (taken(account.username(), account.email()).isPresent()) {
            return false;
        }
        accounts.put(account.id(), account);
        return true;
    }

    @Override
    public void replaceHash(Account account, String hash) {
        accounts.computeIfPresent(
                account.id(),
                (_, kept) ->
                        kept.passwordHash().equals(account.passwordHash())
                                ? withHash(kept, hash)
                                : kept);
    }

    private static Account withHash(Account account, String hash) {
        return new Account(
                account.id(),
                account.username(),
                account.email(),
                account.name(),
                hash,
                account.roles(),
                account.version(),
                account.createdAt());
    }

    @Override
    public Optional<Taken> taken(Username username, EmailAddress email) {
        if (byUsername(username).isPresent()) {
            return Optional.of(Taken.USERNAME);
        }
        return byEmail(email).map(_ -> Taken.EMAIL);
    }

    @Override
    public boolean isTaken(Username username) {
        return byUsername(username).isPresent();
    }

    @Override
    public Optional<Account> byId(UUID id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Optional<Account> byUsername(Username username) {
        return first(account -> account.username().equals(username));
    }

    @Override
    public Optional<Account> byEmail(EmailAddress email) {
        return first(account -> account.email().folded().equals(email.folded()));
    }

    private Optional<Account> first(Predicate<Account> condition) {
        return accounts.values().stream().filter(condition).findFirst();
    }
}
