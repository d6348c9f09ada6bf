package dev.socialhub.gateway.stream;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.admission.ExemptAddresses;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many streams are open, in all and for each client address. Shared by all event loops. */
@Singleton
public final class StreamPlaces {

    /** A network of this many bytes is what a provider gives one customer. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final GatewaySettings.Streams settings;
    private final ExemptAddresses exempt;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<InetAddress, Integer> takenBy = new ConcurrentHashMap<>();

    StreamPlaces(GatewaySettings settings, ExemptAddresses exempt) {
        this.settings = settings.streams();
        this.exempt = exempt;
    }

    /** The result of asking for a place. */
    public sealed interface Result {

        /** There is one, until it is freed. */
        record Taken(StreamPlace place) implements Result {}

        /** Too many are open in all. */
        record NoneLeft() implements Result {}

        /** This address has too many. */
        record NoneLeftForAddress() implements Result {}
    }

    /** Takes a place for a stream of this client. */
    public Result take(InetAddress client) {
        if (taken.incrementAndGet() > settings.maxOpen()) {
            taken.decrementAndGet();
            return new Result.NoneLeft();
        }
        if (exempt.contains(client)) {
            return new Result.Taken(new StreamPlace(taken::decrementAndGet));
        }
        InetAddress network = network(client);
        if (takenBy.merge(network, 1, Integer::sum) > settings.maxPerAddress()) {
            free(network);
            return new Result.NoneLeftForAddress();
        }
        return new Result.Taken(new StreamPlace(() -> free(network)));
    }

    private void free(InetAddress network) {
        taken.decrementAndGet();
        takenBy.computeIfPresent(network, (_, count) -> count == 1 ? null : count - 1);
    }

    int taken() {
        return taken.get();
    }

    int addresses() {
        return takenBy.size();
    }

    private static InetAddress network(InetAddress client) {
        if (!(client instanceof Inet6Address)) {
            return client;
        }
        byte[] bytes = client.getAddress();
        Arrays.fill(bytes, IPV6_NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of sixteen bytes", impossible);
        }
    }
}
