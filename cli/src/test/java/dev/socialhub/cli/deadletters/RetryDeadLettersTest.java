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
    private static final String BOX = "USER_TOPIC.posts.dlt";
    private static final String INTO = "USER_TOPIC.replay";

    private final FakeTopics topics = new FakeTopics().topic(BOX, 2).topic(INTO, 1);
    private final FakeBus bus = new FakeBus();

    @BeforeEach
    void fill() {
        letter(0, "ada", "USER_TOPIC-0@4");
        letter(1, "bob", "USER_TOPIC-1@2");
        letter(0, "ada", "USER_TOPIC-0@9");
    }

    @Test
    void plansByKeyInTheirOrder() {
        RetryPlan plan = retry(null).plan();
        assertThat(plan.letters()).isEqualTo(3);
        assertThat(plan.into()).isEqualTo(INTO);
        assertThat(plan.removed()).isTrue();
        assertThat(plan.keys())
                .containsExactly(
                        new RetryPlan.Key("ada", 2, List.of("no event", "no event")),
                        new RetryPlan.Key("bob", 1, List.of("no event")));
        assertThat(topics.in(INTO)).isEmpty();
    }

    @Test
    void writesAllForTheirGroupAndRemovesThemThen() {
        RetryDeadLetters retry = retry(null);
        letter(1, "late", "USER_TOPIC-1@7");
        assertThat(retry.write(copying(), () -> true)).isTrue();
        assertThat(topics.in(INTO))
                .extracting(StoredRecord::keyText)
                .containsExactly("ada", "ada", "bob");
        StoredRecord copy = topics.in(INTO).getFirst();
        assertThat(copy.header("retry-group")).hasValue("posts");
        assertThat(copy.header("dlt-origin")).hasValue("USER_TOPIC-0@4");
        assertThat(copy.header("dlt-reason")).isEmpty();
        assertThat(copy.header("own")).hasValue("kept");
        assertThat(copy.value()).isEqualTo(topics.in(BOX).getFirst().value());
        assertThat(bus.discarded())
                .isEqualTo(Map.of(new Partition(BOX, 0), 2L, new Partition(BOX, 1), 1L));
    }

    @Test
    void leavesEverythingWhereItIsUntilKafkaHasAllCopies() {
        topics.dieAfter(1);
        RetryDeadLetters retry = retry(null);
        assertThatThrownBy(() -> retry.write(copying(), () -> true))
                .isInstanceOf(FakeTopics.Died.class);
        assertThat(bus.discarded()).isEmpty();
        assertThat(retry(null).write(copying(), () -> false)).isFalse();
        assertThat(bus.discarded()).isEmpty();
    }

    @Test
    void leavesLettersOfAKeyWhereTheyAre() {
        RetryDeadLetters retry = retry("ada");
        assertThat(retry.plan().removed()).isFalse();
        assertThat(retry.write(copying(), () -> true)).isTrue();
        assertThat(topics.in(INTO)).hasSize(2);
        assertThat(bus.discarded()).isEmpty();
    }

    @Test
    void countsThoseThatCameBackAndNoOthers() {
        RetryDeadLetters retry = retry(null);
        assertThat(retry.write(copying(), () -> true)).isTrue();
        letter(0, "ada", "USER_TOPIC-0@9");
        letter(0, "somebody", "USER_TOPIC-0@11");
        assertThat(retry.written()).isEqualTo(3);
        assertThat(retry.cameBack()).isEqualTo(1);
    }

    @Test
    void findsDeadLetterTopicsByTopicGroupAndLiveTopic() {
        assertThat(DeadLetterTopic.named("posts", bus))
                .extracting(DeadLetterTopic::topic)
                .containsExactly(BOX);
        assertThat(DeadLetterTopic.named("notifications", bus)).hasSize(2);
        assertThat(DeadLetterTopic.named("POST_TOPIC", bus)).hasSize(1);
        assertThat(DeadLetterTopic.named(BOX, bus)).hasSize(1);
        for (String name : List.of("nobody", "", ".dlt", "USER_TOPIC.dlt", "USER_TOPIC..dlt")) {
            assertThatThrownBy(() -> DeadLetterTopic.named(name, bus))
                    .as(name)
                    .hasMessageContaining("no dead-letter topic");
        }
    }

    @Test
    void showsALetterWithoutLettingItMoveTheCursor() {
        topics.put(
                BOX,
                0,
                "k\u001b[2J",
                "\u001b[31mpoison\r\n",
                List.of(header("dlt-reason", "Bad: \u0007bell"), header("x\n", "\u009b1m")));
        DeadLetter letter = DeadLetter.of(topics.in(BOX).get(2));
        assertThat(letter.lines().replace("\n", "")).doesNotContainPattern("[\\p{Cntrl}\u009b]");
        assertThat(letter.reason()).isEqualTo("Bad: \ufffdbell");
        assertThat(DeadLetter.kind(topics.in(BOX).get(2))).isEqualTo("Bad");
        assertThat(letter.lines()).contains("\ufffd[31mpoison\ufffd\ufffd");
    }

    @Test
    void showsALetterThatIsEmptyOrJson() {
        topics.put(BOX, 1, null, null, List.of());
        DeadLetter empty = DeadLetter.of(topics.in(BOX).getLast());
        assertThat(empty.lines()).contains("no value", "key     none", "no reason given");
        topics.put(BOX, 1, "k", "{\"type\":\"a\\u001b\",\"data\":{\"n\":1}}", List.of());
        DeadLetter json = DeadLetter.of(topics.in(BOX).getLast());
        assertThat(json.type()).isEqualTo("a\ufffd");
        assertThat(json.lines()).contains("\"n\" : 1").doesNotContain("\u001b");
    }

    private RetryDeadLetters retry(@Nullable String key) {
        DeadLetterTopic box = DeadLetterTopic.parse(BOX).orElseThrow();
        return new RetryDeadLetters(box, key, bus, topics, topics::ranges);
    }

    private void letter(int partition, String key, String origin) {
        topics.put(
                BOX,
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
