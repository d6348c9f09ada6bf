package dev.socialhub.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.admission.ExemptAddresses;
import dev.socialhub.gateway.stream.StreamPlaces.Result;
import dev.socialhub.gateway.testkit.TestSettings;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

/** Four places in all, two for each address. */
class StreamPlacesTest {

    private static final GatewaySettings SETTINGS = TestSettings.trusting();

    private final StreamPlaces places = new StreamPlaces(SETTINGS, new ExemptAddresses(SETTINGS));

    @Test
    void limitsThePlacesOfAnAddress() {
        StreamPlace first = taken("203.0.113.7");
        taken("203.0.113.7");
        assertThat(take("203.0.113.7")).isEqualTo(new Result.NoneLeftForAddress());
        assertThat(take("203.0.113.8")).isInstanceOf(Result.Taken.class);

        first.free();
        first.free();
        taken("203.0.113.7");
        assertThat(take("203.0.113.7")).isEqualTo(new Result.NoneLeftForAddress());
    }

    @Test
    void countsAnIpv6NetworkAsOneAddress() {
        taken("2001:db8:1:2::1");
        taken("2001:db8:1:2:ffff::9");
        assertThat(take("2001:db8:1:2::3")).isEqualTo(new Result.NoneLeftForAddress());
        assertThat(take("2001:db8:1:3::1")).isInstanceOf(Result.Taken.class);
    }

    @Test
    void limitsExemptAddressesInAllOnly() {
        for (int i = 0; i < 4; i++) {
            taken("127.0.0.1");
        }
        assertThat(take("127.0.0.1")).isEqualTo(new Result.NoneLeft());
        assertThat(take("203.0.113.7")).isEqualTo(new Result.NoneLeft());
    }

    @Test
    void remembersNoAddressWithoutStreams() {
        StreamPlace place = taken("203.0.113.7");
        place.free();
        assertThat(places.taken()).isZero();
        assertThat(places.addresses()).isZero();
    }

    private StreamPlace taken(String address) {
        if (take(address) instanceof Result.Taken(StreamPlace place)) {
            return place;
        }
        throw new AssertionError("no place for " + address);
    }

    private Result take(String address) {
        return places.take(InetAddress.ofLiteral(address));
    }
}
