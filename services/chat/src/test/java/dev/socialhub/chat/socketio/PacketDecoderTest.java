package dev.socialhub.chat.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.chat.engineio.MalformedPacketException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketDecoderTest {

    private final PacketDecoder decoder = new PacketDecoder(100);

    @Test
    void readsThePacketsOfTheProtocolsExamples() throws MalformedPacketException {
        assertPacket("0", SocketPacketType.CONNECT, "/", null, "");
        assertPacket(
                "0/admin,{\"sid\":\"x\"}",
                SocketPacketType.CONNECT,
                "/admin",
                null,
                "{\"sid\":\"x\"}");
        assertPacket("1/admin,", SocketPacketType.DISCONNECT, "/admin", null, "");
        assertPacket("1/admin", SocketPacketType.DISCONNECT, "/admin", null, "");
        assertPacket("2[\"foo\"]", SocketPacketType.EVENT, "/", null, "[\"foo\"]");
        assertPacket("2/admin,[\"bar\"]", SocketPacketType.EVENT, "/admin", null, "[\"bar\"]");
        assertPacket("212[\"foo\"]", SocketPacketType.EVENT, "/", 12L, "[\"foo\"]");
        assertPacket("3/admin,13[\"bar\"]", SocketPacketType.ACK, "/admin", 13L, "[\"bar\"]");
        assertPacket("0/admin?token=1,", SocketPacketType.CONNECT, "/admin", null, "");
    }

    private void assertPacket(
            String text,
            SocketPacketType type,
            String namespace,
            @org.jspecify.annotations.Nullable Long ackId,
            String json)
            throws MalformedPacketException {
        SocketPacket packet = decoder.text(text);

        assertThat(packet).isNotNull();
        SocketPacket read = Objects.requireNonNull(packet);
        assertThat(read.type()).isEqualTo(type);
        assertThat(read.namespace()).isEqualTo(namespace);
        assertThat(read.ackId()).isEqualTo(ackId);
        assertThat(read.json()).isEqualTo(json);
    }

    @Test
    void waitsForTheAttachmentsOfABinaryEvent() throws MalformedPacketException {
        String text =
                "52-/admin,15[\"baz\",{\"_placeholder\":true,\"num\":0},[{\"num\":1,\"_placeholder\":true}]]";

        assertThat(decoder.text(text)).isNull();
        assertThat(decoder.binary(new byte[] {1, 2})).isNull();
        SocketPacket packet = Objects.requireNonNull(decoder.binary(new byte[] {3, 4}));

        EventCall call = EventCall.read(packet);
        assertThat(call.name()).isEqualTo("baz");
        assertThat(call.arguments()).containsExactly("\"AQI=\"", "[\"AwQ=\"]");
        assertThat(packet.ackId()).isEqualTo(15);
    }

    @Test
    void continuesAfterAPacketWhoseAttachmentsAreMissing() throws MalformedPacketException {
        assertThat(decoder.text("51-[\"a\",{\"_placeholder\":true,\"num\":0}]")).isNull();

        assertThatThrownBy(() -> decoder.text("2[\"b\"]"))
                .isInstanceOf(MalformedPacketException.class);
        assertThat(decoder.text("2[\"c\"]")).isNotNull();
    }

    @Test
    void refusesAttachmentsThatAreTooLargeTogether() throws MalformedPacketException {
        assertThat(decoder.text("52-[\"a\"]")).isNull();
        assertThat(decoder.binary(new byte[60])).isNull();

        assertThatThrownBy(() -> decoder.binary(new byte[60]))
                .isInstanceOf(MalformedPacketException.class);
        assertThatThrownBy(() -> decoder.binary(new byte[1]))
                .isInstanceOf(MalformedPacketException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "x",
                "5[\"a\"]",
                "5-[\"a\"]",
                "51",
                "517-[\"a\"]",
                "599999-[]",
                "21234567890123456[\"a\"]",
                "2/a\u0000b,[\"a\"]"
            })
    void refusesWhatIsNoPacket(String text) {
        assertThatThrownBy(() -> decoder.text(text)).isInstanceOf(MalformedPacketException.class);
    }
}
