package dev.socialhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForkTest {
    private static final int FIRST_OUTGOING = 32_768;

    @Test
    void isTheFirstUnlessConfigured() {
        assertThat(Fork.number()).isEqualTo(1);
        assertThat(TestFolders.find().root().getFileName()).hasToString("test-servers");
    }

    @Test
    void forksShareNeitherPortsNorServers() {
        assertThat(Stream.generate(Fork::freePort).limit(500))
                .allMatch(port -> port >= Fork.firstPort(1) && port < Fork.firstPort(2));
        assertThat(TestFolders.folder(2)).isNotEqualTo(TestFolders.folder(1));
    }

    @Test
    void noForkTakesThePortsOfOutgoingConnections() {
        int ports = Fork.firstPort(2) - Fork.firstPort(1);

        assertThat(Fork.firstPort(3) + ports).isLessThanOrEqualTo(FIRST_OUTGOING);
        assertThatThrownBy(() -> Fork.firstPort(4)).isInstanceOf(IllegalStateException.class);
    }
}
