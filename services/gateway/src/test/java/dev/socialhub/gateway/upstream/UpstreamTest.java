package dev.socialhub.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.route.Backend;
import dev.socialhub.gateway.testkit.TestSettings;
import dev.socialhub.gateway.upstream.Instance.Health;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpstreamTest {

    private static final URI ONE = URI.create("http://127.0.0.1:1");
    private static final URI TWO = URI.create("http://127.0.0.1:2");

    private final Instance first = new Instance(ONE);
    private final Upstream upstream =
            new Upstream(
                    new Backend("posts"),
                    List.of(first),
                    TestSettings.trusting(),
                    new UpstreamLoad(TestSettings.trusting().overload()));

    @Test
    void aNewInstanceJoinsAfterItsFirstGoodCheck() {
        settle(ONE, TWO);
        Instance second = at(TWO);
        assertThat(second.isReachable()).isFalse();

        second.checked(Health.NOT_READY, Instant.EPOCH);
        assertThat(second.isReachable()).isFalse();

        second.checked(Health.UP, Instant.EPOCH);
        assertThat(second.isReachable()).isTrue();
    }

    @Test
    void anInstanceThatStaysIsTheSameOne() {
        settle(TWO, ONE);
        assertThat(at(ONE)).isSameAs(first);
    }

    @Test
    void oneThatLeavesIsShownUntilItsRequestsHaveEnded() {
        settle(ONE, TWO);
        Instance second = at(TWO);
        second.checked(Health.UP, Instant.EPOCH);
        second.began();

        settle(ONE);
        assertThat(upstream.instances()).containsExactly(first);
        assertThat(upstream.leaving()).containsExactly(second);

        second.ended();
        assertThat(upstream.leaving()).isEmpty();
    }

    @Test
    void noneLeavesBeforeOneThatStaysCanBeReached() {
        settle(TWO);
        assertThat(upstream.instances()).contains(first).hasSize(2);

        at(TWO).checked(Health.UP, Instant.EPOCH);
        upstream.settle();
        assertThat(upstream.instances()).containsExactly(at(TWO));
        assertThat(first.isRetired()).isTrue();
    }

    @Test
    void oneThatComesBackJoinsAnew() {
        settle(ONE, TWO);
        Instance second = at(TWO);
        settle(ONE);
        settle(ONE, TWO);
        assertThat(second.isRetired()).isTrue();
        assertThat(at(TWO)).isNotSameAs(second);
    }

    private void settle(URI... urls) {
        upstream.want(List.of(urls));
        upstream.settle();
    }

    private Instance at(URI url) {
        return upstream.instances().stream()
                .filter(one -> one.url().equals(url))
                .findFirst()
                .orElseThrow();
    }
}
