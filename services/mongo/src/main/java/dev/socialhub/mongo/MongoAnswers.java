package dev.socialhub.mongo;

import com.mongodb.MongoInterruptedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Waits for what the driver answers; an interrupt ends the wait, on any thread. */
public final class MongoAnswers {

    private MongoAnswers() {}

    /** The only answer, or the first of several. */
    public static <T> T one(Publisher<T> answer) {
        return first(answer).orElseThrow();
    }

    /** The first answer, if there is one. */
    public static <T> Optional<T> first(Publisher<T> answers) {
        return Optional.ofNullable(waiting(Mono.from(answers)::block));
    }

    public static <T> List<T> all(Publisher<T> answers) {
        return Optional.ofNullable(waiting(Flux.from(answers).collectList()::block))
                .orElse(List.of());
    }

    /** Waits until the driver is done, where it answers nothing. */
    public static void end(Publisher<?> answer) {
        waiting(Mono.when(answer)::block);
    }

    /** Hands over so many at once; no more are asked for until these are done with. */
    public static <T> void inParts(Publisher<T> answers, int atOnce, Consumer<List<T>> use) {
        waiting(() -> {
            Flux.from(answers).buffer(atOnce).toIterable(1).forEach(use);
            return null;
        });
    }

    private static <T> @Nullable T waiting(Supplier<@Nullable T> answer) {
        try {
            return answer.get();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw new MongoInterruptedException("interrupted while waiting", interrupted);
            }
            throw e;
        }
    }
}
