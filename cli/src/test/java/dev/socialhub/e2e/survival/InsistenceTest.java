package dev.socialhub.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.e2e.Client;
import dev.socialhub.testkit.history.OperationOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InsistenceTest {

    private static final Map<String, List<String>> LATER = Map.of("Retry-After", List.of("1"));

    private final Deque<Supplier<Client.Answer>> answers = new ArrayDeque<>();

    @Test
    void asksAgainWhenTheAnswerWasLostOrThePlatformWasAway() {
        answers.add(() -> {
            throw new UncheckedIOException(new IOException("reset"));
        });
        answers.add(() -> answer(503, Map.of()));
        answers.add(() -> answer(201, Map.of()));
        assertThat(settled().outcome()).isEqualTo(OperationOutcome.OK);
        assertThat(answers).isEmpty();
    }

    @Test
    void asksAgainWhileTheSameRequestIsStillRunning() {
        answers.add(() -> answer(409, LATER));
        answers.add(() -> answer(201, Map.of()));
        assertThat(settled().outcome()).isEqualTo(OperationOutcome.OK);
    }

    @Test
    void takesARefusalForTheEnd() {
        answers.add(() -> answer(422, Map.of()));
        assertThat(settled().outcome()).isEqualTo(OperationOutcome.FAIL);
        assertThat(settled(() -> answer(409, Map.of())).text()).startsWith("409");
    }

    private Insistence.Settled settled() {
        return settled(() -> answers.remove().get());
    }

    private static Insistence.Settled settled(Supplier<Client.Answer> request) {
        return Insistence.on(request);
    }

    private static Client.Answer answer(int status, Map<String, List<String>> headers) {
        return new Client.Answer(status, HttpHeaders.of(headers, (name, value) -> true), "");
    }
}
