package dev.socialhub.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.upstream.Instance.Health;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstanceTest {

    private final Instance instance = new Instance(URI.create("http://127.0.0.1:1"));

    @Test
    void knowsSinceWhenItHasBeenDown() {
        instance.checked(Health.UP, at(1));
        instance.checked(Health.NOT_READY, at(2));
        instance.checked(Health.UNREACHABLE, at(3));
        assertThat(instance.downSince()).isEqualTo(at(2));

        instance.checked(Health.UP, at(4));
        assertThat(instance.downSince()).isNull();
    }

    @Test
    void claimsNoTimeWhenItWasNeverSeenUp() {
        instance.checked(Health.UNREACHABLE, at(1));
        instance.checked(Health.NOT_READY, at(2));
        assertThat(instance.downSince()).isNull();
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
