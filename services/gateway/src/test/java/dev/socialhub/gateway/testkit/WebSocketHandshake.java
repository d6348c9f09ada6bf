package dev.socialhub.gateway.testkit;

import dev.socialhub.gateway.testkit.ScriptedService.Conversation;
import java.io.IOException;

/** The opening handshake of WebSockets, as a client and a service write it. */
public final class WebSocketHandshake {

    public static final String ACCEPTED =
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

    private WebSocketHandshake() {}

    /** A client's request, with further header lines that each end in CR and LF. */
    public static String request(String uri, String headers) {
        return "GET %s HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        .formatted(uri)
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + headers
                + "\r\n";
    }

    /** Accepts the handshake and sends back every byte, until the connection ends. */
    public static void echo(Conversation talk) throws IOException {
        talk.say(ACCEPTED);
        byte[] bytes = new byte[8192];
        for (int read = talk.in().read(bytes); read >= 0; read = talk.in().read(bytes)) {
            talk.out().write(bytes, 0, read);
        }
        talk.socket().close();
    }
}
