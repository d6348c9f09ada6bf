package dev.socialhub.gateway.upstream;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One running copy of a service, and its known state. Event loops and the health monitor write here
 * concurrently; the fields are independent, so a stale value costs at most one needless attempt.
 */
public final class Instance {

    private static final Duration FIRST_PENALTY = Duration.ofMillis(100);
    private static final Duration LONGEST_PENALTY = Duration.ofSeconds(5);

    /** The result of the last health check. */
    public enum Health {
        UNKNOWN,
        UP,
        /** It answers, but reports that it isn't ready. */
        NOT_READY,
        UNREACHABLE
    }

    private final URI url;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private volatile long avoidedUntilNanos = System.nanoTime();
    private volatile Health health = Health.UNKNOWN;
    private volatile boolean joined = true;
    private volatile boolean retired;
    private volatile @Nullable InetSocketAddress address;
    private volatile @Nullable Instant downSince;
    private volatile @Nullable String version;
    private volatile @Nullable String node;

    Instance(URI url) {
        this.url = url;
        resolve();
    }

    /** An instance that gets its first request only after its first successful health check. */
    static Instance joining(URI url) {
        Instance instance = new Instance(url);
        instance.joined = false;
        return instance;
    }

    public URI url() {
        return url;
    }

    /** Resolves the host name. Blocks, so that connecting never has to: not for an event loop. */
    final void resolve() {
        InetSocketAddress found = new InetSocketAddress(url.getHost(), url.getPort());
        if (!found.isUnresolved()) {
            address = found;
        }
    }

    /** The address to connect to; null until the host name has been resolved. */
    @Nullable InetSocketAddress address() {
        return address;
    }

    public Health health() {
        return health;
    }

    /** When a check first found it no longer up; null while it is up, and when it never was. */
    public @Nullable Instant downSince() {
        return downSince;
    }

    /** The release that it reported; null until it has. */
    public @Nullable String version() {
        return version;
    }

    void setVersion(@Nullable String reported) {
        version = reported;
    }

    /** The name under which it holds sessions, as its readiness answer gives it. */
    @Nullable String node() {
        return node;
    }

    void setNode(@Nullable String reported) {
        node = reported;
    }

    void checked(Health found, Instant at) {
        if (found == Health.UP) {
            downSince = null;
            joined = true;
        } else if (health == Health.UP) {
            downSince = at;
        }
        health = found;
        if (found != Health.UNREACHABLE) {
            connected();
        }
    }

    void connected() {
        failuresInARow.set(0);
        avoidedUntilNanos = System.nanoTime();
    }

    /** Excludes the instance for a time that grows with every consecutive failure. */
    void connectFailed() {
        int doublings = Math.min(failuresInARow.getAndIncrement(), 16);
        long penalty = Math.min(FIRST_PENALTY.toNanos() << doublings, LONGEST_PENALTY.toNanos());
        avoidedUntilNanos = System.nanoTime() + penalty;
    }

    /** Whether a connection attempt is worthwhile. */
    boolean isReachable() {
        return address != null
                && joined
                && health != Health.UNREACHABLE
                && avoidedUntilNanos - System.nanoTime() <= 0;
    }

    boolean isReady() {
        return health != Health.NOT_READY;
    }

    /** It gets no new requests, and connections to it aren't kept open. */
    void retire() {
        retired = true;
    }

    public boolean isRetired() {
        return retired;
    }

    /** Whether no request uses it any more, or ever will. */
    boolean isDrained() {
        return retired && inFlight() == 0;
    }

    void began() {
        inFlight.incrementAndGet();
    }

    void ended() {
        inFlight.decrementAndGet();
    }

    int inFlight() {
        return inFlight.get();
    }
}
