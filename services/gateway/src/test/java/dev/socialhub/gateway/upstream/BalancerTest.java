package dev.socialhub.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.upstream.Instance.Health;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BalancerTest {

    private final Instance one = instance(1);
    private final Instance two = instance(2);
    private final Balancer balancer = new Balancer(List.of(one, two));

    @Test
    void takesTheInstanceWithTheFewestRequestsUnderWay() {
        one.began();
        assertThat(balancer.choose(null)).isSameAs(two);

        two.began();
        two.began();
        assertThat(balancer.choose(null)).isSameAs(one);
    }

    @Test
    void findsTheInstanceThatHoldsASession() {
        two.setNode("b");
        assertThat(balancer.withNode("b")).isSameAs(two);
        assertThat(balancer.withNode("a")).isNull();

        two.checked(Health.UNREACHABLE, Instant.EPOCH);
        assertThat(balancer.withNode("b")).isNull();
    }

    @Test
    void takesTurnsAmongEquals() {
        assertThat(Stream.generate(() -> balancer.choose(null)).limit(4)).contains(one, two);
    }

    @Test
    void leavesOutAnInstanceThatCouldNotBeConnectedTo() {
        one.connectFailed();
        two.began();
        assertThat(balancer.choose(null)).isSameAs(two);
    }

    @Test
    void takesAnInstanceBackWhenACheckFindsIt() {
        one.connectFailed();
        one.checked(Health.UP, Instant.EPOCH);
        two.began();
        assertThat(balancer.choose(null)).isSameAs(one);
    }

    @Test
    void leavesOutAnInstanceThatIsNotReady() {
        one.checked(Health.NOT_READY, Instant.EPOCH);
        two.began();
        assertThat(balancer.choose(null)).isSameAs(two);
    }

    @Test
    void takesOneThatIsNotReadyRatherThanNone() {
        one.checked(Health.NOT_READY, Instant.EPOCH);
        two.checked(Health.UNREACHABLE, Instant.EPOCH);
        assertThat(balancer.choose(null)).isSameAs(one);
    }

    @Test
    void findsNoneWhenAllAreUnreachable() {
        one.checked(Health.UNREACHABLE, Instant.EPOCH);
        two.connectFailed();
        assertThat(balancer.choose(null)).isNull();
    }

    @Test
    void avoidsTheInstanceThatHasJustFailedUnlessItIsAlone() {
        two.began();
        assertThat(balancer.choose(one)).isSameAs(two);

        two.checked(Health.UNREACHABLE, Instant.EPOCH);
        assertThat(balancer.choose(one)).isSameAs(one);
    }

    private static Instance instance(int port) {
        return new Instance(URI.create("http://127.0.0.1:" + port));
    }
}
