package dev.socialhub.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.FakeConversationHeadStore;
import dev.socialhub.chat.conversation.FakeParticipationStore;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.message.Message.Content;
import dev.socialhub.chat.metrics.ChatMetrics;
import dev.socialhub.shared.testing.Concurrently;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppendMessagesTest {

    private static final UUID ADA = new UUID(0, 1);
    private static final RoomId ROOM = new RoomId("room");

    private final FakeMessageStore store = new FakeMessageStore();
    private final FakeConversationHeadStore heads = new FakeConversationHeadStore();
    private final FakeParticipationStore participation = new FakeParticipationStore();
    private final List<Message> observed = Collections.synchronizedList(new ArrayList<>());
    private final List<ConversationId> uncertain = new ArrayList<>();
    private final List<AppendMessages> instances = new ArrayList<>();

    private AppendMessages instance() {
        AppendMessages instance =
                new AppendMessages(
                        new WriteMessages(
                                store,
                                new ConversationEnds(heads, store),
                                new RecordParticipation(participation)),
                        new AdvanceConversationHeads(heads),
                        List.of(new Recorder()),
                        new ChatMetrics(new SimpleMeterRegistry()));
        instance.start();
        instances.add(instance);
        return instance;
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (AppendMessages one : instances) {
            one.stop();
        }
    }

    private static Draft draft(ConversationId conversation, String tempId) {
        return new Draft(
                conversation, new Content(ADA, "ada", tempId, "text " + tempId), Instant.EPOCH);
    }

    @Test
    void numbersAreDenseAndARepetitionIsTheFirstMessage() {
        AppendMessages instance = instance();
        assertThat(instance.append(draft(ROOM, "a")).message().seq()).isEqualTo(1);
        assertThat(instance.append(draft(ROOM, "b")).message().seq()).isEqualTo(2);
        Stored again = instance.append(draft(ROOM, "a"));
        assertThat(again.message().seq()).isEqualTo(1);
        assertThat(again.isNew()).isFalse();
        assertThat(instance.append(draft(new RoomId("other"), "a")).message().seq()).isEqualTo(1);
        assertThat(participation.parts(ADA)).isEqualTo(2);
    }

    @Test
    void twoInstancesShareAConversation() throws Exception {
        List<AppendMessages> both = List.of(instance(), instance());
        int each = 200;
        List<List<Long>> seqs =
                Concurrently.run(
                        8,
                        writer -> {
                            List<Long> mine = new ArrayList<>();
                            for (int i = 0; i < each; i++) {
                                String tempId = writer / 2 + "-" + i;
                                mine.add(
                                        both.get(writer % 2)
                                                .append(draft(ROOM, tempId))
                                                .message()
                                                .seq());
                            }
                            return mine;
                        });
        for (int pair = 0; pair < 4; pair++) {
            assertThat(seqs.get(2 * pair)).isEqualTo(seqs.get(2 * pair + 1));
        }
        assertThat(seqs.stream().flatMap(List::stream).distinct().sorted().toList())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 4L * each).boxed().toList());
    }

    @Test
    void whatArrivesMeanwhileIsStoredTogether() throws Exception {
        AppendMessages instance = instance();
        CountDownLatch gate = new CountDownLatch(1);
        store.holdUntil(gate);
        List<Thread> senders =
                IntStream.range(0, 32)
                        .mapToObj(i ->
                                Thread.startVirtualThread(
                                        () -> instance.append(draft(ROOM, "t" + i))))
                        .toList();
        await().until(() ->
                senders.stream().allMatch(one -> one.getState() == Thread.State.WAITING));
        gate.countDown();
        for (Thread sender : senders) {
            sender.join();
        }
        assertThat(observed).hasSize(32);
        assertThat(store.statements()).as("what came first, and the rest").isLessThanOrEqualTo(2);
    }

    @Test
    void afterAnErrorTheClientLearnsByRepeatingItself() {
        AppendMessages instance = instance();
        store.away(true);
        assertThatThrownBy(() -> instance.append(draft(ROOM, "a")))
                .isInstanceOf(MongoException.class);
        assertThat(uncertain).containsExactly(ROOM);
        store.away(false);
        Stored stored = instance.append(draft(ROOM, "a"));
        assertThat(stored.isNew()).isFalse();
        assertThat(stored.message().seq()).isEqualTo(1);
        assertThat(observed).as("and the readers learn it").hasSize(1);
    }

    @Test
    void newInstancesContinueBehindALateHead() {
        AppendMessages first = instance();
        for (int i = 0; i < 30; i++) {
            first.append(draft(ROOM, "t" + i));
        }
        assertThat(instance().append(draft(ROOM, "next")).message().seq()).isEqualTo(31);
    }

    private final class Recorder implements MessageObserver {

        @Override
        public void stored(List<Message> messages) {
            observed.addAll(messages);
        }

        @Override
        public void uncertain(Collection<ConversationId> conversations) {
            uncertain.addAll(conversations);
        }
    }
}
