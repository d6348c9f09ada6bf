package dev.socialhub.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.socialhub.shared.identity.VerificationKeys;
import dev.socialhub.shared.metrics.CacheMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of this installation, held in memory. They are loaded at start, when the first one is
 * generated, and again when a token names a key that another instance may have generated since.
 */
@Context
public final class SigningKeys implements VerificationKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final StoredKeys stored;
    private final KeyMaker maker;
    private final Clock clock;
    private final Duration reloadInterval;
    private final CacheMeter meter;
    private final AtomicReference<Instant> lastReload;
    private volatile KeySet keys;

    SigningKeys(
            StoredKeys stored,
            KeyMaker maker,
            KeyConfiguration configuration,
            Clock clock,
            MeterRegistry meters) {
        this.stored = stored;
        this.maker = maker;
        this.clock = clock;
        this.reloadInterval = configuration.reloadInterval();
        this.meter = new CacheMeter("signing-keys", meters);
        this.lastReload = new AtomicReference<>(clock.instant());
        this.keys = open(stored.allOrFirst(maker::make));
    }

    /** The key to sign with now, including the private part. */
    public RSAKey signer() {
        return keys.newest();
    }

    /** Every key's public part. */
    List<RSAKey> publicKeys() {
        return keys.published();
    }

    @Override
    public boolean loaded() {
        return true;
    }

    @Override
    public @Nullable RSAPublicKey find(String keyId) {
        RSAPublicKey key = keys.byId().get(keyId);
        if (key != null) {
            meter.hit();
            return key;
        }
        meter.miss();
        if (mayReload()) {
            Thread.ofVirtual().name("reload-signing-keys").start(this::reload);
        }
        return null;
    }

    @Override
    public Set<String> ids() {
        return keys.byId().keySet();
    }

    private boolean mayReload() {
        Instant last = lastReload.get();
        Instant now = clock.instant();
        return !now.isBefore(last.plus(reloadInterval)) && lastReload.compareAndSet(last, now);
    }

    private void reload() {
        try {
            keys = open(stored.all());
        } catch (RuntimeException e) {
            LOG.warn("Signing keys can't be read; the last known ones stay in use", e);
        }
    }

    private KeySet open(List<SealedKey> sealed) {
        List<RSAKey> published = new ArrayList<>();
        Map<String, RSAPublicKey> byId = new HashMap<>();
        try {
            for (SealedKey one : sealed) {
                RSAKey key = maker.open(one);
                published.add(key.toPublicJWK());
                byId.put(one.id(), key.toRSAPublicKey());
            }
        } catch (JOSEException e) {
            throw new IllegalStateException("a signing key is damaged", e);
        }
        return new KeySet(maker.open(sealed.getLast()), List.copyOf(published), Map.copyOf(byId));
    }

    private record KeySet(RSAKey newest, List<RSAKey> published, Map<String, RSAPublicKey> byId) {}
}
