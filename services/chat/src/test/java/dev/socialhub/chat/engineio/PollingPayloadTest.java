package dev.socialhub.chat.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.chat.engineio.EnginePacket.Binary;
import dev.socialhub.chat.engineio.EnginePacket.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollingPayloadTest {

    @Test
    void readsThePacketsOfTheProtocolsExamples() throws MalformedPacketException {
        assertThat(PollingPayload.read("4hello\u001e2\u001e4world"))
                .containsExactly(
                        new Text(EnginePacketType.MESSAGE, "hello"),
                        new Text(EnginePacketType.PING, ""),
                        new Text(EnginePacketType.MESSAGE, "world"));
        assertThat(EnginePacket.read("2probe")).isEqualTo(new Text(EnginePacketType.PING, "probe"));
    }

    @Test
    void readsBinaryPacketsAsBase64() throws MalformedPacketException {
        List<EnginePacket> packets = PollingPayload.read("4hello\u001ebAQI\nDBA==\n");

        assertThat(packets).hasSize(2);
        assertThat(packets.getLast())
                .isInstanceOfSatisfying(
                        Binary.class,
                        binary -> assertThat(binary.data()).containsExactly(1, 2, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "7", "4a\u001e", "\u001e4a", "b%%%", "-1"})
    void refusesWhatIsNoPayload(String body) {
        assertThatThrownBy(() -> PollingPayload.read(body))
                .isInstanceOf(MalformedPacketException.class);
    }

    @Test
    void writesASeparatorBetweenPackets() {
        byte[] body =
                PollingPayload.write(
                        List.of(
                                EnginePacket.write(EnginePacketType.MESSAGE, "€"),
                                EnginePacket.write(EnginePacketType.NOOP, "")));

        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("4€\u001e6");
    }
}
