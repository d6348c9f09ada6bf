package dev.socialhub.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.event.EventArguments;
import dev.socialhub.chat.message.Stored;
import dev.socialhub.chat.sending.SendMessage;
import dev.socialhub.chat.socket.FakeSocket;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One room, written and read at two instances, while stores come and go. */
class RoomIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int WRITERS = 8;

    private final RoomId room = new RoomId("room-" + UUID.randomUUID());
    private ChatInstances chat;
    private Person ada;

    @BeforeEach
    void start() throws Exception {
        chat = new ChatInstances(2);
        ada = chat.user("ada");
    }

    @AfterEach
    void stop() {
        chat.close();
    }

    private Stored send(int instance, String tempId) {
        Caller caller = new Caller(ada.id(), ada.username(), Set.of(), "s");
        return chat.get(instance)
                .bean(SendMessage.class)
                .send(caller, room, "message " + tempId, tempId);
    }

    /** Sends until the message is acknowledged, as clients do. */
    private Stored sendUntilStored(int instance, String tempId) {
        while (true) {
            try {
                return send(instance, tempId);
            } catch (RuntimeException _) {
                assertThat(catchThrowableOfType(InterruptedException.class, () -> Thread.sleep(20)))
                        .isNull();
            }
        }
    }

    private FakeSocket enter(int instance) {
        FakeSocket socket = chat.get(instance).connect(ada);
        chat.get(instance).send(socket, "join_room", EventArguments.of(room));
        return socket;
    }

    private void assertComplete(FakeSocket reader, int count) {
        await().atMost(SOON).until(() -> reader.seqs().size() >= count);
        assertThat(reader.seqs())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, count).boxed().toList());
    }

    @Test
    void everyReaderGetsEveryMessageOnceAndInOrder() throws Exception {
        FakeSocket first = enter(0);
        FakeSocket second = enter(1);
        int each = 100;
        List<List<Stored>> stored =
                Concurrently.run(
                        WRITERS,
                        writer -> {
                            List<Stored> mine = new ArrayList<>();
                            for (int i = 0; i < each; i++) {
                                String tempId = writer + "-" + i;
                                mine.add(send(writer % 2, tempId));
                                if (i % 10 == 0) {
                                    assertThat(send((writer + 1) % 2, tempId).message().seq())
                                            .isEqualTo(mine.getLast().message().seq());
                                }
                                if (writer == 0 && i == each / 2) {
                                    FakeSocket late = enter(1);
                                    assertThat(late.events("message_history")).hasSize(1);
                                }
                            }
                            return mine;
                        });
        Set<Long> seqs = new HashSet<>();
        stored.forEach(mine -> mine.forEach(one -> seqs.add(one.message().seq())));
        assertThat(seqs).hasSize(WRITERS * each).contains(1L, (long) WRITERS * each);
        assertComplete(first, WRITERS * each);
        assertComplete(second, WRITERS * each);
        FakeSocket later = enter(0);
        assertThat(later.seqs()).hasSize(50).endsWith((long) WRITERS * each).isSorted();
    }

    @Test
    void nothingIsLostOrDoubledWhileRedisIsAway() throws Exception {
        FakeSocket first = enter(0);
        FakeSocket second = enter(1);
        send(0, "before");
        assertComplete(second, 1);
        chat.redis.cut();
        for (int i = 0; i < 20; i++) {
            send(i % 2, "away-" + i);
        }
        await().atMost(SOON).until(() -> first.seqs().size() >= 20);
        chat.redis.heal();
        assertComplete(first, 21);
        assertComplete(second, 21);
        send(1, "after");
        assertComplete(first, 22);
    }

    @Test
    void anAcknowledgedMessageSurvivesWhateverMongodbDoes() throws Exception {
        FakeSocket first = enter(0);
        FakeSocket second = enter(1);
        int each = 40;
        Thread faults =
                Thread.startVirtualThread(() -> {
                    for (int i = 1; i <= 3; i++) {
                        int enough = i * 40;
                        await().atMost(SOON).until(() -> first.seqs().size() >= enough);
                        chat.mongodb.cut();
                        chat.mongodb.heal();
                    }
                });
        List<List<Stored>> stored =
                Concurrently.run(
                        WRITERS,
                        writer -> {
                            List<Stored> mine = new ArrayList<>();
                            for (int i = 0; i < each; i++) {
                                mine.add(sendUntilStored(writer % 2, writer + "-" + i));
                            }
                            return mine;
                        });
        faults.join();
        Set<Long> seqs = new HashSet<>();
        stored.forEach(mine -> mine.forEach(one -> seqs.add(one.message().seq())));
        assertThat(seqs).hasSize(WRITERS * each).contains(1L, (long) WRITERS * each);
        assertComplete(first, WRITERS * each);
        assertComplete(second, WRITERS * each);
    }
}
