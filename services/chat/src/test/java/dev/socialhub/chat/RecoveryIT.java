package dev.socialhub.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.chat.socket.Groups;
import dev.socialhub.chat.socket.TestEvents;
import dev.socialhub.shared.testing.FakeAuth.Person;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client continues where it was, on the same instance and on another. */
class RecoveryIT {

    private static final Pattern ANSWER =
            Pattern.compile("40\\{\"sid\":\"([^\"]+)\",\"pid\":\"([^\"]+)\"}");
    private static final Pattern OFFSET = Pattern.compile(",\"([^\"]*)\"]$");

    private static RunningChat one;
    private static RunningChat two;
    private static Person ada;

    private final String room = "r" + System.nanoTime();

    @BeforeAll
    static void start() {
        one = RunningChat.start(Map.of("chat.recovery.max-missed", 100));
        two = RunningChat.start(Map.of("socialhub.identity.auth-urls", one.service.auth.url()));
        ada = one.newUser();
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    private record Session(RawSocket socket, String sid, String pid) {}

    private Session connect(RunningChat chat, String more) {
        RawSocket socket = RawSocket.open(chat, ada.token());
        socket.expect("0{");
        Matcher answer = ANSWER.matcher(socket.send("40{" + more + "}").expect("40{"));
        assertThat(answer.matches()).isTrue();
        return new Session(socket, answer.group(1), answer.group(2));
    }

    private static String back(Session session, String offset) {
        return "\"pid\":\"" + session.pid() + "\",\"offset\":\"" + offset + "\"";
    }

    private static String offset(String message) {
        Matcher offset = OFFSET.matcher(message);
        assertThat(offset.find()).as(message).isTrue();
        return offset.group(1);
    }

    private static void store(RunningChat chat, String room, String text) {
        chat.service
                .bean(TestEvents.Rooms.class)
                .store(room, text, chat.service.bean(Groups.class));
    }

    private int members(RunningChat chat) {
        return chat.service.bean(Groups.class).members("room:" + room).size();
    }

    private Session joined(RunningChat chat) {
        Session session = connect(chat, "");
        session.socket().send("421[\"test:join\",{\"text\":\"" + room + "\"}]");
        session.socket().expect("42[\"history\",[],\"0,0:0\"]");
        session.socket().expect("431[{\"ok\":true}]");
        return session;
    }

    @Test
    void sendsWhatWasMissedOnceAndInOrder() {
        Session first = joined(one);
        store(one, room, "a");
        String offset = offset(first.socket().expect("42[\"message\",{\"text\":\"a\",\"seq\":1}"));
        first.socket().abort();
        store(one, room, "b");
        store(one, room, "c");

        Session second = connect(one, back(first, offset));
        assertThat(second.sid()).isEqualTo(first.sid());
        assertThat(second.pid()).isEqualTo(first.pid());
        second.socket().expect("42[\"message\",{\"text\":\"b\",\"seq\":2},\"1,0:2\"]");
        second.socket().expect("42[\"message\",{\"text\":\"c\",\"seq\":3},\"1,0:3\"]");
        store(one, room, "d");
        second.socket().expect("42[\"message\",{\"text\":\"d\",\"seq\":4},\"1,0:4\"]");
        second.socket().close();
    }

    @Test
    void continuesOnAnotherInstance() {
        Session first = joined(one);
        for (RunningChat chat : new RunningChat[] {one, two}) {
            store(chat, room, "a");
            store(chat, room, "b");
        }
        String offset = offset(first.socket().expect("42[\"message\",{\"text\":\"a\""));
        first.socket().abort();
        await().atMost(Duration.ofSeconds(20)).until(() -> members(one) == 0);

        Session second = connect(two, back(first, offset));
        assertThat(second.sid()).isEqualTo(first.sid());
        second.socket().expect("42[\"message\",{\"text\":\"b\",\"seq\":2},\"1,0:2\"]");
        second.socket().send("421[\"test:send\",{\"text\":\"c\",\"room\":\"" + room + "\"}]");
        second.socket().expect("42[\"message\",{\"text\":\"c\",\"seq\":3},\"1,0:3\"]");
        second.socket().close();
    }

    @Test
    void doesNeitherLoseNorDoubleWhatIsSentMeanwhile() throws InterruptedException {
        Session session = joined(one);
        String offset = "0,0:0";
        Thread writer =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 1; i <= 60; i++) {
                                store(one, room, "m" + i);
                                try {
                                    Thread.sleep(5);
                                } catch (InterruptedException e) {
                                    return;
                                }
                            }
                        });
        int expected = 1;
        while (expected <= 60) {
            String message = session.socket().expect("42[\"message\"");
            assertThat(message).contains("\"seq\":" + expected + "}");
            offset = offset(message);
            expected++;
            if (expected % 10 == 0) {
                session.socket().abort();
                session = connect(one, back(session, offset));
            }
        }
        writer.join();
        session.socket().close();
    }

    @Test
    void beginsAnewWhereNothingCanBeContinued() {
        Session first = joined(one);
        first.socket().abort();
        Session wrongOffset = connect(one, back(first, "0,9:9"));
        assertThat(wrongOffset.sid()).isNotEqualTo(first.sid());
        Session unknown = connect(one, "\"pid\":\"" + "x".repeat(20) + "\"");
        assertThat(unknown.pid()).isNotEqualTo("x".repeat(20));
        connect(one, "\"pid\":\"*\"").socket().close();

        Session left = joined(one);
        left.socket().send("41");
        left.socket().abort();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    Session again = connect(one, back(left, ""));
                    again.socket().close();
                    assertThat(again.sid()).isNotEqualTo(left.sid());
                });
    }

    @Test
    void beginsAnewAfterTooMuchWasMissed() {
        Session first = joined(one);
        first.socket().abort();
        for (int i = 0; i < 101; i++) {
            store(one, room, "m");
        }

        assertThat(connect(one, back(first, "0,0:0")).sid()).isNotEqualTo(first.sid());
    }

    @Test
    void doesNotContinueTheSocketOfAnotherUser() {
        Session first = joined(one);
        first.socket().abort();
        try (RawSocket eve = RawSocket.open(one, one.newUser().token())) {
            eve.expect("0{");
            String answer = eve.send("40{" + back(first, "0,0:0") + "}").expect("40{");
            assertThat(answer).doesNotContain(first.sid(), first.pid());
        }
        Session second = connect(one, back(first, "0,0:0"));
        assertThat(second.sid()).isEqualTo(first.sid());
    }
}
