package dev.socialhub.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.FakeAuth.Person;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The frames of the protocol as a guide prints them, over one WebSocket. */
class RawFramesIT {

    private static RunningChat chat;

    @BeforeAll
    static void start() {
        chat = RunningChat.start(Map.of("chat.transport.connect-timeout", "2s"));
    }

    @AfterAll
    static void stop() {
        chat.close();
    }

    @Test
    void takesTheTokenOfTheHeader() {
        try (RawSocket socket = RawSocket.open(chat, chat.newUser().token())) {
            assertThat(socket.expect("0{"))
                    .contains("\"upgrades\":[]", "\"pingInterval\":25000", "\"maxPayload\":1000000")
                    .containsPattern("\"sid\":\"[a-z0-9]{8}\\.[\\w-]{20}\"");
            socket.send("40");
            assertThat(socket.expect("40{")).contains("\"sid\":", "\"pid\":");
            socket.send("42[\"test:echo\",{\"text\":\"a\"}]");
            socket.expect("42[\"echo\",\"a\"]");
        }
    }

    @Test
    void takesTheTokenOfTheQueryAndOfThePacket() {
        Person ada = chat.newUser();
        String path = "socket.io/?EIO=4&transport=websocket&token=" + ada.token();
        try (RawSocket socket = RawSocket.at(chat, path, null)) {
            socket.expect("0{");
            socket.send("40").expect("40{");
        }
        RawSocket.connected(chat, ada.token()).close();
    }

    @Test
    void refusesForgedTokensAndLeavesTheConnectionOpenForAnother() {
        Person ada = chat.newUser();
        for (Person forger : chat.service.auth.forgers(ada)) {
            try (RawSocket socket = RawSocket.open(chat, forger.token())) {
                socket.expect("0{");
                socket.send("40")
                        .expect(
                                "44{\"message\":\"A valid access token is needed.\","
                                        + "\"data\":{\"code\":\"unauthorized\"}}");
                socket.send("40{\"token\":\"" + ada.token() + "\"}").expect("40{");
            }
        }
        try (RawSocket socket = RawSocket.open(chat, null)) {
            socket.expect("0{");
            socket.send("40").expect("44{");
            socket.send("40[1,2]").expect("44{");
            socket.send("40{\"token\":7}").expect("44{");
        }
    }

    @Test
    void closesAConnectionWhoseClientIsNotLetInInTime() {
        try (RawSocket socket = RawSocket.open(chat, null)) {
            socket.expect("0{");
            socket.send("40").expect("44{");
            assertThat(socket.closeStatus()).isEqualTo(1008);
        }
    }

    @Test
    void acknowledgesWhatAClientWantsAcknowledged() {
        try (RawSocket socket = RawSocket.connected(chat, chat.newUser().token())) {
            socket.send("427[\"test:echo\",{\"text\":\"a\"}]");
            socket.expect("42[\"echo\",\"a\"]");
            socket.expect("437[{\"ok\":true,\"text\":\"a\",\"seq\":0}]");
            socket.send("428[\"test:leave\",{\"text\":\"a\"}]").expect("438[{\"ok\":true}]");
        }
    }

    @Test
    void answersBadInputWithAnErrorAndGoesOn() {
        try (RawSocket socket = RawSocket.connected(chat, chat.newUser().token())) {
            socket.send("421[\"nothing\",{}]");
            socket.expect("42[\"error\",{\"code\":\"unknown-event\"");
            socket.expect("431[{\"ok\":false,\"error\":{\"code\":\"unknown-event\"");
            socket.send("42[\"__proto__\"]").expect("42[\"error\",{\"code\":\"unknown-event\"");
            socket.send("42[\"test:echo\",{\"text\":\" \"}]")
                    .expect("42[\"error\",{\"code\":\"invalid\",\"message\":\"text");
            socket.send("42[\"test:echo\",7]")
                    .expect("42[\"error\",{\"code\":\"malformed-request\"");
            socket.send("42[\"test:echo\"]").expect("42[\"error\",{\"code\":\"invalid\"");
            socket.send("42{broken").expect("42[\"error\",{\"code\":\"malformed-packet\"");
            socket.send("451-[\"test:echo\",{\"_placeholder\":true,\"num\":0}]");
            socket.send("42[\"test:echo\",{\"text\":\"lost\"}]")
                    .expect("42[\"error\",{\"code\":\"malformed-packet\"");
            socket.send(new byte[] {1}).expect("42[\"error\",{\"code\":\"malformed-packet\"");
            socket.send("42[\"test:fail\",{\"text\":\"refuse\"}]")
                    .expect("42[\"error\",{\"code\":\"not-found\",\"message\":\"There is no such");
            socket.send("42[\"test:fail\",{\"text\":\"x\"}]")
                    .expect("42[\"error\",{\"code\":\"internal\",\"message\":\"The event could");
            socket.send("42[\"test:echo\",{\"text\":\"still\"}]").expect("42[\"echo\",\"still\"]");
        }
    }

    @Test
    void takesBinaryArguments() {
        try (RawSocket socket = RawSocket.connected(chat, chat.newUser().token())) {
            socket.send("451-[\"test:echo\",{\"text\":{\"_placeholder\":true,\"num\":0}}]");
            socket.send(new byte[] {1, 2, 3, 4}).expect("42[\"echo\",\"AQIDBA==\"]");
        }
    }

    @Test
    void connectsToSeveralNamespacesOverOneConnection() {
        String token = chat.newUser().token();
        try (RawSocket socket = RawSocket.connected(chat, token)) {
            socket.send("40/nothing,{\"token\":\"" + token + "\"}")
                    .expect("44/nothing,{\"message\":\"Invalid namespace\"");
            socket.send("40/notifications,{\"token\":\"" + token + "\"}")
                    .expect("40/notifications,{\"sid\":\"");
            socket.send("42/notifications,[\"test:echo\",{\"text\":\"a\"}]")
                    .expect("42/notifications,[\"error\",{\"code\":\"unknown-event\"");
            socket.send("41/notifications,");
            socket.send("42[\"test:echo\",{\"text\":\"a\"}]").expect("42[\"echo\",\"a\"]");
        }
    }

    @Test
    void closesAnEventOutsideOfEveryNamespace() {
        try (RawSocket socket = RawSocket.open(chat, chat.newUser().token())) {
            socket.expect("0{");
            socket.send("42[\"test:echo\",{\"text\":\"a\"}]");
            assertThat(socket.closeStatus()).isEqualTo(1002);
        }
    }

    @Test
    void closesAConnectionOverAMessageThatIsTooLargeAndNoOther() {
        String token = chat.newUser().token();
        try (RawSocket other = RawSocket.connected(chat, token);
                RawSocket socket = RawSocket.connected(chat, token)) {
            socket.sendInVain("42[\"test:echo\",{\"text\":\"" + "x".repeat(2_000_000) + "\"}]");
            // Without a status where the client was still sending when the connection was closed.
            assertThat(socket.closeStatus()).isIn(1009, 1006);
            other.send("42[\"test:echo\",{\"text\":\"a\"}]").expect("42[\"echo\",\"a\"]");
        }
    }

    @Test
    void endsASocketWhoseTokenExpiresUnlessANewOneCame() {
        Person ada = chat.newUser();
        try (RawSocket renewed = RawSocket.connected(chat, chat.token(ada, 3));
                RawSocket expiring = RawSocket.connected(chat, chat.token(ada, 3))) {
            renewed.send("421[\"auth:refresh\",{\"token\":\"" + chat.newUser().token() + "\"}]")
                    .expect("42[\"error\",{\"code\":\"forbidden\"");
            renewed.expect("431[{\"ok\":false");
            renewed.send("422[\"auth:refresh\",{\"token\":\"" + ada.token() + "\"}]")
                    .expect("432[{\"ok\":true,\"expiresAt\":");

            expiring.expect("42[\"error\",{\"code\":\"unauthorized\"");
            expiring.expect("41");
            renewed.send("42[\"test:echo\",{\"text\":\"a\"}]").expect("42[\"echo\",\"a\"]");
        }
    }
}
