package dev.socialhub.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.testkit.TestSettings;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private static final TrustedProxies PROXIES =
            new TrustedProxies(TestSettings.trusting("10.0.0.0/8"));

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, '', 203.0.113.7",
        "203.0.113.7, 198.51.100.1, 203.0.113.7",
        "10.0.0.1, '', 10.0.0.1",
        "10.0.0.1, 198.51.100.1, 198.51.100.1",
        "10.0.0.1, '198.51.100.1, 10.0.0.2', 198.51.100.1",
        "10.0.0.1, '198.51.100.9, 198.51.100.1', 198.51.100.1",
        "10.0.0.1, 'unknown, 10.0.0.2', 10.0.0.2",
        "10.0.0.1, localhost, 10.0.0.1"
    })
    void isTheLastHopThatIsNoProxy(String peer, String hops, String client) {
        DefaultHttpHeaders headers = new DefaultHttpHeaders();
        headers.set("X-Forwarded-For", hops);

        assertThat(ClientAddress.of(headers, InetAddress.ofLiteral(peer), PROXIES))
                .isEqualTo(InetAddress.ofLiteral(client));
    }
}
