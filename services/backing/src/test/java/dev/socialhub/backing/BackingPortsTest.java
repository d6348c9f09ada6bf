package dev.socialhub.backing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BackingPortsTest {
    @Test
    void refusesOnePortForTwoServers() {
        assertThatThrownBy(() -> new BackingPorts(1, 2, 3, 3, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsNotAPort() {
        assertThatThrownBy(() -> new BackingPorts(0, 2, 3, 4, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BackingPorts(1, 2, 3, 4, 65536))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
