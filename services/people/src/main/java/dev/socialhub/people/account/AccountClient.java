package dev.socialhub.people.account;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.shared.identity.IdentityConfiguration;
import dev.socialhub.shared.identity.InternalClient;
import dev.socialhub.shared.metrics.CacheMeter;
import dev.socialhub.shared.trace.TraceContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Asks auth over HTTP. Every outcome, including misses and failures, is cached for a second, and
 * callers that ask for the same account at the same time share one request. So a username that
 * doesn't exist can't be used to flood auth, and callers don't each wait for an auth that is
 * unavailable. Created at startup, so that its meters exist from then on.
 */
@Context
@Requires(beans = InternalClient.class)
final class AccountClient implements AccountLookup {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int REMEMBERED = 10_000;

    private final IdentityConfiguration identity;
    private final InternalClient auth;
    private final CacheMeter meter;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final AsyncCache<UserIdentifier, Outcome> answers =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterWrite(Duration.ofSeconds(1))
                    .buildAsync();

    AccountClient(IdentityConfiguration identity, InternalClient auth, MeterRegistry meters) {
        this.identity = identity;
        this.auth = auth;
        this.meter = new CacheMeter("accounts", meters);
    }

    @Override
    public Optional<PublishedAccount> find(UserIdentifier user) {
        if (answers.getIfPresent(user) == null) {
            meter.miss();
        } else {
            meter.hit();
        }
        TraceContext trace = TraceContext.current();
        Outcome outcome =
                answers.get(
                                user,
                                (name, _) ->
                                        CompletableFuture.supplyAsync(
                                                () -> askWithin(trace, name), requests))
                        .join();
        if (outcome.failure() != null) {
            throw new AccountsUnavailable(outcome.failure());
        }
        return outcome.account();
    }

    /**
     * When several callers ask for the same user at once, the request belongs to the first one's
     * trace.
     */
    private Outcome askWithin(@Nullable TraceContext trace, UserIdentifier user) {
        return trace == null ? ask(user) : trace.call(() -> ask(user));
    }

    private Outcome ask(UserIdentifier user) {
        try {
            return new Outcome(
                    auth.get(
                            identity.authUrls(),
                            "/internal/accounts/" + user.text(),
                            Argument.of(PublishedAccount.class),
                            TIMEOUT),
                    null);
        } catch (IOException e) {
            meter.error();
            return new Outcome(Optional.empty(), e);
        }
    }

    /** The answer of auth, or the reason why it could not be asked. */
    private record Outcome(Optional<PublishedAccount> account, @Nullable IOException failure) {}

    @PreDestroy
    void close() {
        requests.shutdownNow();
    }
}
