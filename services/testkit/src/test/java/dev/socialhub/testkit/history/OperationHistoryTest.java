package dev.socialhub.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationHistoryTest {
    private final OperationHistory history = new OperationHistory();

    @TempDir Path folder;

    @Test
    void knowsWhatBecameOfEachOperation() {
        history.invoke("ann", "post", "hello").ok("1");
        history.invoke("ann", "post", "").fail("empty");
        history.invoke("ann", "post", "lost").unknown("connection reset");
        history.invoke("bob", "read", "1");
        var posts = history.operations().of("post");
        assertThat(posts.ok()).extracting(Operation::answer).containsExactly("1");
        assertThat(posts.failed()).extracting(Operation::answer).containsExactly("empty");
        assertThat(posts.unknown()).extracting(Operation::value).containsExactly("lost");
        assertThat(history.operations().by("bob").unknown()).hasSize(1);
        assertThat(history.operations().counts())
                .isEqualTo(
                        Map.of(
                                "post",
                                Map.of(
                                        OperationOutcome.OK,
                                        1,
                                        OperationOutcome.FAIL,
                                        1,
                                        OperationOutcome.UNKNOWN,
                                        1),
                                "read",
                                Map.of(OperationOutcome.UNKNOWN, 1)));
    }

    @Test
    void tellsWhatCameBeforeFromWhatWasConcurrent() {
        var first = history.invoke("ann", "write", "1");
        var second = history.invoke("bob", "write", "2");
        first.ok("");
        second.ok("");
        history.invoke("ann", "write", "3").ok("");
        var all = history.operations().all();
        assertThat(all.get(0).isConcurrentWith(all.get(1))).isTrue();
        assertThat(all.get(0).precedes(all.get(2))).isTrue();
        assertThat(all.get(1).precedes(all.get(2))).isTrue();
        assertThat(all.get(2).precedes(all.get(0))).isFalse();
    }

    @Test
    void takesNothingToComeAfterWhatMayStillHappen() {
        history.invoke("ann", "write", "1").unknown("timed out");
        history.invoke("ann", "write", "2").ok("");
        var all = history.operations().all();
        assertThat(all.get(0).precedes(all.get(1))).isFalse();
        assertThat(all.get(0).isConcurrentWith(all.get(1))).isTrue();
    }

    @Test
    void isUnchangedByWhatHappensAfterTheSnapshot() {
        var call = history.invoke("ann", "write", "1");
        var before = history.operations();
        call.ok("done");
        history.invoke("ann", "write", "2");
        assertThat(before.all()).hasSize(1);
        assertThat(before.unknown()).hasSize(1);
        assertThat(history.operations().ok()).hasSize(1);
    }

    @Test
    void refusesAClientThatDoesTwoThingsAtOnceOrEndsOneTwice() {
        var call = history.invoke("ann", "write", "1");
        assertThatThrownBy(() -> history.invoke("ann", "write", "2"))
                .isInstanceOf(IllegalStateException.class);
        call.ok("");
        assertThatThrownBy(() -> call.fail("")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void losesNothingOfManyClients() throws InterruptedException {
        var clients =
                IntStream.range(0, 16)
                        .mapToObj(client -> Thread.ofVirtual().start(() -> writeHundred(client)))
                        .toList();
        for (var client : clients) {
            client.join();
        }
        assertThat(history.operations().ok()).hasSize(1_600);
        assertThat(history.operations().all())
                .extracting(Operation::invoked)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void isWrittenAsOneJsonObjectALine() throws IOException {
        history.invoke("ann", "post", "\"a\\b\"\n\u0001é").ok("1");
        var file = folder.resolve("deep").resolve("history.jsonl");
        history.write(file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .startsWith("{\"index\":0,\"micros\":")
                .endsWith(
                        "\"process\":\"ann\",\"type\":\"invoke\",\"kind\":\"post\","
                                + "\"value\":\"\\\"a\\\\b\\\"\\u000a\\u0001é\"}");
        assertThat(lines.getLast()).contains("\"type\":\"ok\"", "\"value\":\"1\"");
    }

    private void writeHundred(int client) {
        for (var i = 0; i < 100; i++) {
            history.invoke("client-" + client, "write", Integer.toString(i)).ok("");
        }
    }
}
