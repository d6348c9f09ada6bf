package dev.socialhub.chat.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.FakeConversationHeadStore;
import dev.socialhub.chat.conversation.FakeParticipationStore;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.message.ConversationEnds;
import dev.socialhub.chat.message.FakeMessageStore;
import dev.socialhub.chat.message.Message;
import dev.socialhub.chat.message.Message.Content;
import dev.socialhub.chat.metrics.ChatMetrics;
import dev.socialhub.chat.socket.FakeGroups;
import dev.socialhub.chat.socket.FakeSocket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.json.JsonMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two instances with one store and a bus that loses what it is told to lose. Heads are never
 * raised, as if they lagged behind all the time.
 */
class FanOutTest {

    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);
    private static final RoomId ROOM = new RoomId("room");

    private final FakeMessageStore store = new FakeMessageStore();
    private final FakeConversationHeadStore heads = new FakeConversationHeadStore();
    private final FakeParticipationStore participation = new FakeParticipationStore();
    private final FakeBus.Wire wire = new FakeBus.Wire();
    private final Instance one = new Instance();
    private final Instance other = new Instance();
    private long seq;

    @AfterEach
    void stop() {
        one.reads.stop();
        other.reads.stop();
    }

    /** An instance, wired by hand. */
    private final class Instance {

        private final FakeGroups groups = new FakeGroups();
        private final OpenConversations open = new OpenConversations(Clock.systemUTC());
        private final ConversationEnds ends = new ConversationEnds(heads, store);
        private final MessageJson json = new MessageJson(JsonMapper.createDefault());
        private final ChatMetrics metrics = new ChatMetrics(new SimpleMeterRegistry());
        private final BackgroundReads reads = new BackgroundReads();
        private final DeliverMessages deliver =
                new DeliverMessages(groups, json, new DeliveryMarks(heads));
        private final CatchUp catchUp = new CatchUp(open, store, ends, deliver, json);
        private final Gaps gaps = new Gaps(reads, catchUp, metrics);
        private final OrderMessages order = new OrderMessages(open, ends, deliver, gaps);
        private final FakeBus bus = new FakeBus(wire);
        private final FanOutMessages fanOut = new FanOutMessages(order, json, bus, metrics);
        private final Reconcile reconcile =
                new Reconcile(open, participation, new FindBehind(open, heads, store), reads, gaps);
        private final Subscriptions subscriptions = new Subscriptions(open, bus, () -> reconcile);
        private final EnterRoom enterRoom = new EnterRoom(open, subscriptions, ends, store, json);

        private Instance() {
            groups.observe(subscriptions);
            new ReceiveFromInstances(
                            bus, fanOut, groups, new ReceivedMessages(order, json, reconcile))
                    .start();
        }

        private FakeSocket enter() {
            FakeSocket socket = groups.connect(ADA, "ada");
            enterRoom.enter(socket, ROOM);
            return socket;
        }

        private FakeSocket connect(UUID userId) {
            FakeSocket socket = groups.connect(userId, "user");
            socket.join("user:" + userId);
            return socket;
        }
    }

    private void send(Instance instance, int count) {
        List<Message> stored = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seq++;
            stored.add(
                    new Message(
                            ROOM, seq, Instant.now(), new Content(ADA, "ada", "t" + seq, "text")));
        }
        assertThat(store.insertInOrder(stored)).isEqualTo(count);
        instance.fanOut.stored(stored);
    }

    private void assertComplete(FakeSocket reader) {
        await().until(() -> reader.seqs().size() >= seq);
        assertThat(reader.seqs())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, seq).boxed().toList());
    }

    @Test
    void aClientGetsTheHistoryAndThenEachMessageOnce() {
        send(one, 3);
        FakeSocket here = one.enter();
        FakeSocket there = other.enter();
        send(one, 2);
        send(other, 2);
        assertComplete(here);
        assertComplete(there);
        assertThat(here.events("message_history")).hasSize(1);
    }

    @Test
    void aLostMessageIsReadFromTheStore() {
        FakeSocket there = other.enter();
        wire.lose(true);
        send(one, 2);
        wire.lose(false);
        send(one, 1);
        assertComplete(there);
    }

    @Test
    void severalGapsAreFilledAtOnce() {
        FakeSocket there = other.enter();
        for (int i = 0; i < 6; i++) {
            wire.lose(i % 2 == 0);
            send(one, 1);
        }
        wire.lose(false);
        assertComplete(there);
    }

    @Test
    void whatArrivesInAnyOrderIsDeliveredInOrder() {
        FakeSocket there = other.enter();
        wire.reverse(true);
        send(one, 20);
        wire.reverse(false);
        assertComplete(there);
    }

    @Test
    void afterADisconnectionEverythingIsCompared() {
        FakeSocket here = one.enter();
        FakeSocket there = other.enter();
        wire.connected(false);
        send(one, 3);
        assertThat(here.seqs()).hasSize(3);
        assertThat(there.seqs()).isEmpty();
        wire.connected(true);
        assertComplete(there);
    }

    @Test
    void afterADisconnectionMessagesOfNewConversationsAreFound() {
        DirectId id = DirectId.of(ADA, BOB);
        FakeSocket bob = other.connect(BOB);
        wire.connected(false);
        participation.join(List.of(id));
        Message message = new Message(id, 1, Instant.now(), new Content(ADA, "ada", "t", "text"));
        store.insertInOrder(List.of(message));
        one.fanOut.stored(List.of(message));
        assertThat(bob.seqs()).isEmpty();
        wire.connected(true);
        await().until(() -> !bob.seqs().isEmpty());
        assertThat(bob.seqs()).containsExactly(1L);
    }

    @Test
    void aDirectMessageReachesBothMembers() {
        DirectId id = DirectId.of(ADA, BOB);
        FakeSocket ada = one.connect(ADA);
        FakeSocket bob = other.connect(BOB);
        for (int i = 1; i <= 3; i++) {
            Message message =
                    new Message(id, i, Instant.now(), new Content(ADA, "ada", "t" + i, "text"));
            store.insertInOrder(List.of(message));
            wire.lose(i == 1);
            one.fanOut.stored(List.of(message));
        }
        await().until(() -> bob.seqs().size() >= 3);
        assertThat(bob.seqs()).containsExactly(1L, 2L, 3L);
        await().until(() -> ada.events("message-delivered").size() >= 3);
        assertThat(ada.events("message-delivered")).hasSize(3);
        assertThat(ada.seqs()).isEmpty();
    }

    @Test
    void anEmptyRoomIsForgotten() {
        FakeSocket there = other.enter();
        there.leave("room:room");
        send(one, 1);
        assertThat(there.seqs()).isEmpty();
        assertThat(other.open.all()).isEmpty();
        assertThat(wire.subscriptions()).isZero();
    }
}
