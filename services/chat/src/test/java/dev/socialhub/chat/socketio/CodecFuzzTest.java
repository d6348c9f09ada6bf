package dev.socialhub.chat.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.chat.engineio.EnginePacket;
import dev.socialhub.chat.engineio.MalformedPacketException;
import dev.socialhub.chat.engineio.PollingPayload;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a client sends is a packet or is malformed; there is no third. */
class CodecFuzzTest {

    private static final int ROUNDS = 100_000;
    private static final String[] PARTS = {
        "0",
        "1",
        "2",
        "4",
        "5",
        "6",
        "51-",
        "52-",
        "/",
        "/a,",
        ",",
        "-",
        "12",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "\"a\"",
        "\\",
        "{\"_placeholder\":true,\"num\":0}",
        "\u001e",
        "b",
        "AQID",
        "=",
        "null",
        "1e9",
        " ",
        "\u0000",
        "é",
        "\ud83d\ude00",
        "__proto__",
        "\"token\":",
        ":"
    };

    @Test
    void neverFailsOtherwise() {
        Random random = new Random(20_261_130);
        PacketDecoder decoder = new PacketDecoder(1_000);
        int packets = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "42[\"a\"" : "4");
            for (int part = random.nextInt(8); part >= 0; part--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            packets += read(decoder, text.toString(), random);
        }
        assertThat(packets).isPositive();
    }

    private static int read(PacketDecoder decoder, String body, Random random) {
        int events = 0;
        try {
            for (EnginePacket packet : PollingPayload.read(body)) {
                SocketPacket read =
                        switch (packet) {
                            case EnginePacket.Binary(byte[] data) -> decoder.binary(data);
                            case EnginePacket.Text(_, String data) ->
                                    random.nextInt(10) == 0
                                            ? decoder.binary(new byte[random.nextInt(400)])
                                            : decoder.text(data);
                        };
                if (read != null) {
                    var _ = EventCall.read(read);
                    events++;
                }
            }
        } catch (MalformedPacketException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        return events;
    }
}
