package dev.socialhub.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.FakeBus;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.cli.bus.StoredRecord.RecordHeader;
import dev.socialhub.cli.copy.CopyRecords;
import dev.socialhub.cli.copy.FakeTopics;
import dev.socialhub.cli.copy.GroupProgress;
import dev.socialhub.cli.copy.RateLimit;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetryDeadLettersTest {
    private static final String DEAD_LETTERS = "USER_TOPIC.posts.dlt";
    private static final String REPLAY = "USER_TOPIC.replay";

    private final FakeTopics topics = new FakeTopics().topic(DEAD_LETTERS, 2).topic(REPLAY, 1);
    private final FakeBus bus = new FakeBus();

    @BeforeEach
    void fill() {
        putDeadLetter(0, "ada", "USER_TOPIC-0@4");
        putDeadLetter(1, "bob", "USER_TOPIC-1@2");
        putDeadLetter(0, "ada", "USER_TOPIC-0@9");
    }

    @Test
    void plansByKeyInOrder() {
        RetryPlan plan = retry(null).plan();
        assertThat(plan.letters()).isEqualTo(3);
        assertThat(plan.into()).isEqualTo(REPLAY);
        assertThat(plan.removed()).isTrue();
        assertThat(plan.keys())
                .containsExactly(
                        new RetryPlan.Key("ada", 2, List.of("no event", "no event")),
                        new RetryPlan.Key("bob", 1, List.of("no event")));
        assertThat(topics.in(REPLAY)).isEmpty();
    }

    @Test
    void writesAllForTheirGroupAndThenRemovesThem() {
        RetryDeadLetters retry = retry(null);
        putDeadLetter(1, "late", "USER_TOPIC-1@7");
        assertThat(retry.write(copying(), () -> true)).isTrue();
        assertThat(topics.in(REPLAY))
                .extracting(StoredRecord::keyText)
                .containsExactly("ada", "ada", "bob");
        StoredRecord copy = topics.in(REPLAY).getFirst();
        assertThat(copy.header("retry-group")).hasValue("posts");
        assertThat(copy.header("dlt-origin")).hasValue("USER_TOPIC-0@4");
        assertThat(copy.header("dlt-reason")).isEmpty();
        assertThat(copy.header("own")).hasValue("kept");
        assertThat(copy.value()).isEqualTo(topics.in(DEAD_LETTERS).getFirst().value());
        assertThat(bus.discarded())
                .isEqualTo(
                        Map.of(
                                new Partition(DEAD_LETTERS, 0),
                                2L,
                                new Partition(DEAD_LETTERS, 1),
                                1L));
    }

    @Test
    void removesNothingUntilKafkaHasAllCopies() {
        topics.dieAfter(1);
        RetryDeadLetters retry = retry(null);
        assertThatThrownBy(() -> retry.write(copying(), () -> true))
                .isInstanceOf(FakeTopics.Died.class);
        assertThat(bus.discarded()).isEmpty();
        assertThat(retry(null).write(copying(), () -> false)).isFalse();
        assertThat(bus.discarded()).isEmpty();
    }

    @Test
    void keepsDeadLettersThatAreSelectedByKey() {
        RetryDeadLetters retry = retry("ada");
        assertThat(retry.plan().removed()).isFalse();
        assertThat(retry.write(copying(), () -> true)).isTrue();
        assertThat(topics.in(REPLAY)).hasSize(2);
        assertThat(bus.discarded()).isEmpty();
    }

    @Test
    void countsOnlyRetriedDeadLettersThatFailedAgain() {
        RetryDeadLetters retry = retry(null);
        assertThat(retry.write(copying(), () -> true)).isTrue();
        putDeadLetter(0, "ada", "USER_TOPIC-0@9");
        putDeadLetter(0, "somebody", "USER_TOPIC-0@11");
        assertThat(retry.written()).isEqualTo(3);
        assertThat(retry.cameBack()).isEqualTo(1);
    }

    @Test
    void findsDeadLetterTopicsByTopicGroupAndLiveTopic() {
        assertThat(DeadLetterTopic.named("posts", bus))
                .extracting(DeadLetterTopic::topic)
                .containsExactly(DEAD_LETTERS);
        assertThat(DeadLetterTopic.named("notifications", bus)).hasSize(2);
        assertThat(DeadLetterTopic.named("POST_TOPIC", bus)).hasSize(1);
        assertThat(DeadLetterTopic.named(DEAD_LETTERS, bus)).hasSize(1);
        for (String name : List.of("nobody", "", ".dlt", "USER_TOPIC.dlt", "USER_TOPIC..dlt")) {
            assertThatThrownBy(() -> DeadLetterTopic.named(name, bus))
                    .as(name)
                    .hasMessageContaining("no dead-letter topic");
        }
    }

    @Test
    void showsADeadLetterWithoutItsControlCharacters() {
        topics.put(
                DEAD_LETTERS,
                0,
                "k\u001b[2J",
                "\u001b[31mpoison\r\n",
                List.of(header("dlt-reason", "Bad: \u0007bell"), header("x\n", "\u009b1m")));
        DeadLetter deadLetter = DeadLetter.of(topics.in(DEAD_LETTERS).get(2));
        assertThat(deadLetter.lines().replace("\n", ""))
                .doesNotContainPattern("[\\p{Cntrl}\u009b]");
        assertThat(deadLetter.reason()).isEqualTo("Bad: \ufffdbell");
        assertThat(DeadLetter.kind(topics.in(DEAD_LETTERS).get(2))).isEqualTo("Bad");
        assertThat(deadLetter.lines()).contains("\ufffd[31mpoison\ufffd\ufffd");
    }

    @Test
    void showsAnEmptyOrJsonDeadLetter() {
        topics.put(DEAD_LETTERS, 1, null, null, List.of());
        DeadLetter empty = DeadLetter.of(topics.in(DEAD_LETTERS).getLast());
        assertThat(empty.lines()).contains("no value", "key     none", "no reason given");
        topics.put(DEAD_LETTERS, 1, "k", "{\"type\":\"a\\u001b\",\"data\":{\"n\":1}}", List.of());
        DeadLetter json = DeadLetter.of(topics.in(DEAD_LETTERS).getLast());
        assertThat(json.type()).isEqualTo("a\ufffd");
        assertThat(json.lines()).contains("\"n\" : 1").doesNotContain("\u001b");
    }

    private RetryDeadLetters retry(@Nullable String key) {
        DeadLetterTopic topic = DeadLetterTopic.parse(DEAD_LETTERS).orElseThrow();
        return new RetryDeadLetters(topic, key, bus, topics, topics::ranges);
    }

    private void putDeadLetter(int partition, String key, String origin) {
        topics.put(
                DEAD_LETTERS,
                partition,
                key,
                "poison",
                List.of(
                        header("own", "kept"),
                        header("dlt-reason", "MalformedEvent: no"),
                        header("dlt-origin", origin)));
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private CopyRecords copying() {
        ProgressDisplay progress = ProgressDisplay.on(CapturedTerminal.plain().terminal());
        return new CopyRecords(
                topics,
                topics,
                RateLimit.of(1_000_000),
                GroupProgress.of(bus, List.of("posts"), progress));
    }
}
