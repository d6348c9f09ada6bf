package dev.socialhub.shared.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.socialhub.shared.metrics.CacheMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * auth's key set, fetched in the background by one virtual thread. While auth is away the last set
 * holds. Until the first set has arrived, a token is answered 503, not 401, and the service isn't
 * ready ({@link KeysReadiness}). An unknown key id asks for a fetch, at most every few seconds, so
 * that forged ids can't be used to flood auth.
 */
@Context
@Requires(property = "socialhub.identity.auth-urls")
final class FetchedKeys implements VerificationKeys {

    private static final Logger LOG = LoggerFactory.getLogger(FetchedKeys.class);
    private static final Duration FIRST_TRY_INTERVAL = Duration.ofMillis(250);

    private final IdentityConfiguration configuration;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final CacheMeter meter;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread fetcher;
    private volatile Map<String, RSAPublicKey> keys = Map.of();

    FetchedKeys(IdentityConfiguration configuration, MeterRegistry meters) {
        this.configuration = configuration;
        this.meter = new CacheMeter("signing-keys", meters);
        this.fetcher = Thread.ofVirtual().name("signing-keys").start(this::keepFetching);
    }

    @Override
    public boolean loaded() {
        return !keys.isEmpty();
    }

    @Override
    public @Nullable RSAPublicKey find(String keyId) {
        RSAPublicKey key = keys.get(keyId);
        if (key != null) {
            meter.hit();
            return key;
        }
        if (loaded()) {
            meter.miss();
        } else {
            meter.error();
        }
        if (wanted.availablePermits() == 0) {
            wanted.release();
        }
        return null;
    }

    @Override
    public Set<String> ids() {
        return keys.keySet();
    }

    private void keepFetching() {
        try {
            while (true) {
                boolean fetched = fetchFromAny();
                Duration pause = pause(fetched);
                Thread.sleep(pause);
                Duration rest = configuration.keyRefresh().minus(pause);
                if (fetched && rest.isPositive()) {
                    wanted.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause(boolean fetched) {
        return fetched || loaded() ? configuration.unknownKeyRefresh() : FIRST_TRY_INTERVAL;
    }

    private boolean fetchFromAny() throws InterruptedException {
        for (URI auth : configuration.authUrls()) {
            try {
                keys = fetch(auth);
                return true;
            } catch (IOException | ParseException | JOSEException e) {
                LOG.debug("No signing keys from {}", auth, e);
            }
        }
        if (loaded()) {
            LOG.warn("Signing keys can't be refreshed; the last known ones stay in use");
        }
        return false;
    }

    private Map<String, RSAPublicKey> fetch(URI auth)
            throws IOException, InterruptedException, ParseException, JOSEException {
        HttpRequest request =
                HttpRequest.newBuilder(auth.resolve("/.well-known/jwks.json"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        Map<String, RSAPublicKey> fetched = new HashMap<>();
        for (JWK key : JWKSet.parse(response.body()).getKeys()) {
            if (key instanceof RSAKey rsa && rsa.getKeyID() != null) {
                fetched.put(rsa.getKeyID(), rsa.toRSAPublicKey());
            }
        }
        return Map.copyOf(fetched);
    }

    @PreDestroy
    void close() {
        fetcher.interrupt();
    }
}
