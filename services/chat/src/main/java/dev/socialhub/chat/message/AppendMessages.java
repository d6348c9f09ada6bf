package dev.socialhub.chat.message;

import com.mongodb.MongoException;
import dev.socialhub.chat.metrics.ChatMetrics;
import dev.socialhub.shared.log.LoggableError;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores messages by group commit: whatever arrives while the store answers a statement goes into
 * the next one together. A message that is alone waits for nothing.
 */
@Context
public class AppendMessages {

    private static final Logger LOG = LoggerFactory.getLogger(AppendMessages.class);
    private static final int QUEUE_LENGTH = 5_000;
    private static final int BATCH = 500;

    private final WriteMessages writeMessages;
    private final AdvanceConversationHeads advanceHeads;
    private final List<MessageObserver> observers;
    private final ChatMetrics metrics;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
    private @Nullable Thread writer;

    AppendMessages(
            WriteMessages writeMessages,
            AdvanceConversationHeads advanceHeads,
            List<MessageObserver> observers,
            ChatMetrics metrics) {
        this.writeMessages = writeMessages;
        this.advanceHeads = advanceHeads;
        this.observers = List.copyOf(observers);
        this.metrics = metrics;
    }

    private record Waiting(Draft draft, CompletableFuture<Stored> answer) {}

    /**
     * Returns when the message is stored. One that was sent before is not stored again: the answer
     * is the first one.
     *
     * @throws ProblemException 503 when more messages arrive than can be stored
     * @throws MongoException when it is unknown whether the message is stored
     */
    public Stored append(Draft draft) {
        return answer(enqueued(draft));
    }

    /** Stores several in this order, as by {@link #append(Draft)}; after an error some of them. */
    public List<Stored> append(List<Draft> drafts) {
        List<Waiting> waiting = drafts.stream().map(this::enqueued).toList();
        return waiting.stream().map(AppendMessages::answer).toList();
    }

    private Waiting enqueued(Draft draft) {
        Waiting waiting = new Waiting(draft, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw ProblemException.overloaded("Too many messages are waiting to be stored.", null);
        }
        return waiting;
    }

    private static Stored answer(Waiting waiting) {
        try {
            return waiting.answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @PostConstruct
    void start() {
        writer = Thread.ofVirtual().name("message-writer").start(this::run);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        Thread running = writer;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(5));
        }
        queue.forEach(one -> one.answer.completeExceptionally(stopping()));
    }

    private static ProblemException stopping() {
        return ProblemException.overloaded("This instance is being stopped.", null);
    }

    /** The messages are stored, whatever an observer does; the next batch must not wait for it. */
    private void tell(List<Message> stored) {
        for (MessageObserver observer : observers) {
            try {
                observer.stored(stored);
            } catch (RuntimeException e) {
                LOG.error("Stored messages could not be handed out", LoggableError.of(e));
                observer.uncertain(stored.stream().map(Message::conversation).distinct().toList());
            }
        }
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                write(batch);
                batch.clear();
            }
        } catch (InterruptedException _) {
            batch.forEach(one -> one.answer.completeExceptionally(stopping()));
        }
    }

    /** A failure is the answer to every message of the batch; the writer goes on. */
    private void write(List<Waiting> batch) {
        LinkedHashMap<String, Draft> drafts = new LinkedHashMap<>();
        batch.forEach(one -> drafts.putIfAbsent(one.draft.key(), one.draft));
        long begun = System.nanoTime();
        Map<String, Stored> stored;
        try {
            stored = writeMessages.write(drafts);
        } catch (RuntimeException e) {
            observers.forEach(one ->
                    one.uncertain(
                            drafts.values().stream().map(Draft::conversation).distinct().toList()));
            batch.forEach(one -> one.answer.completeExceptionally(e));
            return;
        }
        List<Message> inOrder =
                stored.values().stream()
                        .map(Stored::message)
                        .sorted(Comparator.comparingLong(Message::seq))
                        .toList();
        metrics.stored(
                (int) stored.values().stream().filter(Stored::isNew).count(),
                Duration.ofNanos(System.nanoTime() - begun));
        advanceHeads.later(inOrder);
        tell(inOrder);
        batch.forEach(one -> one.answer.complete(stored.get(one.draft.key())));
    }
}
