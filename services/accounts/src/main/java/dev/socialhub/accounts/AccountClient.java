package dev.socialhub.accounts;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.socialhub.contracts.account.Account;
import dev.socialhub.shared.identity.IdentityConfiguration;
import dev.socialhub.shared.identity.ServiceTokens;
import io.micronaut.context.annotation.Requires;
import io.micronaut.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Asks auth over HTTP. What came of it, misses and failures above all, holds for a second, and
 * callers who ask for the same account at the same time share one request: a name nobody has can't
 * be used to flood auth, nor does everybody wait for an auth that is away.
 */
@Singleton
@Requires(beans = ServiceTokens.class)
final class AccountClient implements Accounts {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int REMEMBERED = 10_000;

    private final IdentityConfiguration identity;
    private final ServiceTokens tokens;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final AsyncCache<PersonName, Outcome> answers =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterWrite(Duration.ofSeconds(1))
                    .buildAsync();

    AccountClient(IdentityConfiguration identity, ServiceTokens tokens, JsonMapper json) {
        this.identity = identity;
        this.tokens = tokens;
        this.json = json;
    }

    @Override
    public Optional<Account> find(PersonName person) {
        Outcome outcome =
                answers.get(
                                person,
                                (name, _) ->
                                        CompletableFuture.supplyAsync(() -> askAny(name), requests))
                        .join();
        if (outcome.failure() != null) {
            throw new AccountsUnavailable(outcome.failure());
        }
        return outcome.account();
    }

    private Outcome askAny(PersonName person) {
        IOException failure = new IOException("no address of auth is known");
        for (URI auth : identity.authUrls()) {
            try {
                return new Outcome(ask(auth.resolve("/internal/accounts/" + person.text())), null);
            } catch (IOException e) {
                failure = e;
            }
        }
        return new Outcome(Optional.empty(), failure);
    }

    private Optional<Account> ask(URI account) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(account)
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + tokens.issue())
                        .build();
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case 200 -> Optional.ofNullable(json.readValue(response.body(), Account.class));
                case 404 -> Optional.empty();
                default -> throw new IOException("auth answered " + response.statusCode());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** What auth said, or why it could not be asked. */
    private record Outcome(Optional<Account> account, @Nullable IOException failure) {}

    @PreDestroy
    void close() {
        requests.shutdownNow();
        http.shutdownNow();
    }
}
