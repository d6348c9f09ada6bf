package dev.socialhub.gateway.stream;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.telemetry.RequestTrace;
import dev.socialhub.gateway.telemetry.SpliceEnd;
import dev.socialhub.gateway.telemetry.Telemetry;
import dev.socialhub.gateway.upstream.Instance;
import io.netty.channel.EventLoop;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The splices of one event loop. One task checks them all several times a second: timers of their
 * own would cost each of them more memory than its two connections' buffers.
 */
final class LoopSplices {

    private static final long CHECK_MILLIS = 250;

    private final EventLoop loop;
    private final GatewaySettings.Streams settings;
    private final Telemetry telemetry;
    private final Runnable onEnd;
    private final Set<Splice> splices = new HashSet<>();
    private boolean isChecking;
    private boolean isShuttingDown;

    LoopSplices(
            EventLoop loop, GatewaySettings.Streams settings, Telemetry telemetry, Runnable onEnd) {
        this.loop = loop;
        this.settings = settings;
        this.telemetry = telemetry;
        this.onEnd = onEnd;
    }

    Splice open(Instance instance, RequestTrace trace, StreamPlace place) {
        Splice splice = new Splice(this, instance, trace, place);
        splices.add(splice);
        telemetry.streams().opened();
        telemetry.switched(trace);
        if (isShuttingDown) {
            closeSoon(splice, SpliceEnd.SHUTDOWN);
        }
        checkLater();
        return splice;
    }

    void ended(Splice splice, SpliceEnd why) {
        report(splice);
        telemetry.streams().closed(why);
        splice.trace().closed(why, splice.fromClient(), splice.fromService());
        telemetry.spliceEnded(splice.trace());
        onEnd.run();
    }

    void remove(Splice splice) {
        splices.remove(splice);
    }

    /** Closes all splices, one after the other. */
    void shutDown() {
        loop.execute(() -> {
            isShuttingDown = true;
            splices.forEach(splice -> closeSoon(splice, SpliceEnd.SHUTDOWN));
        });
    }

    /** Chooses a moment after the grace period, so that the clients don't all reconnect at once. */
    private void closeSoon(Splice splice, SpliceEnd why) {
        long spread = settings.drainSpread().toNanos();
        long delay =
                settings.drainGrace().toNanos()
                        + (spread == 0 ? 0 : ThreadLocalRandom.current().nextLong(spread));
        splice.closeAt(System.nanoTime() + delay, why);
    }

    private void checkLater() {
        if (!isChecking && !splices.isEmpty()) {
            isChecking = true;
            loop.schedule(this::check, CHECK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void check() {
        isChecking = false;
        long now = System.nanoTime();
        long idle = settings.idleTimeout().toNanos();
        long maxAge = settings.maxAge().toNanos();
        // A copy, because those that end remove themselves.
        for (Splice splice : List.copyOf(splices)) {
            if (splice.isInstanceLeaving()) {
                closeSoon(splice, SpliceEnd.LEAVING);
            }
            report(splice);
            splice.check(now, idle, maxAge);
        }
        checkLater();
    }

    private void report(Splice splice) {
        long fromClient = splice.newFromClient();
        long fromService = splice.newFromService();
        if (fromClient > 0 || fromService > 0) {
            telemetry.streams().passed(fromClient, fromService);
        }
    }
}
