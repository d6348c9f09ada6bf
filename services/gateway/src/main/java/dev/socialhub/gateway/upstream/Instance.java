package dev.socialhub.gateway.upstream;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One running copy of a service, and what is known of it. Event loops and the health monitor write
 * here at the same time; every field stands alone, so a stale view costs one needless try at most.
 */
public final class Instance {

    private static final Duration FIRST_PENALTY = Duration.ofMillis(100);
    private static final Duration LONGEST_PENALTY = Duration.ofSeconds(5);

    /** What the last health check found. */
    public enum Health {
        UNKNOWN,
        UP,
        /** It answers, but says that it isn't ready. */
        NOT_READY,
        UNREACHABLE
    }

    private final URI url;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private volatile long asideUntilNanos = System.nanoTime();
    private volatile Health health = Health.UNKNOWN;
    private volatile boolean joined = true;
    private volatile boolean retired;
    private volatile @Nullable InetSocketAddress address;
    private volatile @Nullable Instant downSince;
    private volatile @Nullable String version;

    Instance(URI url) {
        this.url = url;
        resolve();
    }

    /** One that gets its first request only after its first good health check. */
    static Instance joining(URI url) {
        Instance instance = new Instance(url);
        instance.joined = false;
        return instance;
    }

    public URI url() {
        return url;
    }

    /** Looks the host name up. Blocks, so that connecting never has to: not for an event loop. */
    final void resolve() {
        InetSocketAddress found = new InetSocketAddress(url.getHost(), url.getPort());
        if (!found.isUnresolved()) {
            address = found;
        }
    }

    /** Where to connect; null until the host name has been found. */
    @Nullable InetSocketAddress address() {
        return address;
    }

    public Health health() {
        return health;
    }

    /** When it was found to be up no more; null while it is up, and when it never was. */
    public @Nullable Instant downSince() {
        return downSince;
    }

    /** The release that it said it is; null while it hasn't. */
    public @Nullable String version() {
        return version;
    }

    void saidVersion(@Nullable String said) {
        version = said;
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
        asideUntilNanos = System.nanoTime();
    }

    /** Leaves the instance out for a while that grows with every failure in a row. */
    void connectFailed() {
        int doublings = Math.min(failuresInARow.getAndIncrement(), 16);
        long penalty = Math.min(FIRST_PENALTY.toNanos() << doublings, LONGEST_PENALTY.toNanos());
        asideUntilNanos = System.nanoTime() + penalty;
    }

    /** Whether connecting to it is worth a try. */
    boolean isReachable() {
        return address != null
                && joined
                && health != Health.UNREACHABLE
                && asideUntilNanos - System.nanoTime() <= 0;
    }

    boolean isReady() {
        return health != Health.NOT_READY;
    }

    /** It gets no new requests, and connections to it aren't kept. */
    void retire() {
        retired = true;
    }

    public boolean isRetired() {
        return retired;
    }

    /** Whether nobody uses it any more, nor ever will. */
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
