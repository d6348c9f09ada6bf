package dev.socialhub.chat.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.chat.engineio.MalformedPacketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCallTest {

    private static EventCall read(String json, byte[]... attachments)
            throws MalformedPacketException {
        return EventCall.read(
                new SocketPacket(SocketPacketType.EVENT, "/", null, json, List.of(attachments)));
    }

    @Test
    void keepsEachArgumentAsItWasWritten() throws MalformedPacketException {
        EventCall call =
                read(" [ \"a\\u00e9\" , {\"b\" : [1, \"]\"]} , -1.5e3, null,true , \"ü\\\"\" ] ");

        assertThat(call.name()).isEqualTo("aé");
        assertThat(call.arguments())
                .containsExactly("{\"b\" : [1, \"]\"]}", "-1.5e3", "null", "true", "\"ü\\\"\"");
    }

    @Test
    void findsArgumentsBehindLongOnes() throws MalformedPacketException {
        String text = "\"" + "x€".repeat(50_000) + "\"";

        assertThat(read("[\"a\"," + text + ",{\"b\":2}]").arguments())
                .containsExactly(text, "{\"b\":2}");
    }

    @Test
    void leavesTextAloneThatLooksLikeAPlaceholder() throws MalformedPacketException {
        String text = "[\"a\",\"{\\\"_placeholder\\\":true,\\\"num\\\":0}\"]";

        assertThat(read(text, new byte[] {1}).arguments())
                .containsExactly("\"{\\\"_placeholder\\\":true,\\\"num\\\":0}\"");
    }

    @Test
    void refusesAPlaceholderWithoutAttachment() {
        assertThatThrownBy(() -> read("[\"a\",{\"_placeholder\":true,\"num\":1}]", new byte[] {1}))
                .isInstanceOf(MalformedPacketException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "[1]",
                "[\"a\"",
                "[\"a\"]]",
                "[\"a\"] x",
                "[\"a\",]",
                "[\"a\",nul]",
                "[\"a\",'b']",
                "\"a\"",
                "[\"a\"]{}"
            })
    void refusesWhatIsNoEvent(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedPacketException.class);
    }

    @Test
    void refusesJsonThatIsNestedTooDeeply() {
        assertThatThrownBy(() -> read("[\"a\"," + "[".repeat(5_000) + "]".repeat(5_000) + "]"))
                .isInstanceOf(MalformedPacketException.class);
    }
}
