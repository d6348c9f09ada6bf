package dev.socialhub.cli.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.FakeBus;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.OperatorError;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How records are selected and shown, whatever they contain. */
class EventLinesTest {
    private static final Clock CLOCK = Clock.fixed(Samples.MADE, ZoneOffset.UTC);

    private final EventLines lines = new EventLines(CapturedTerminal.plain().terminal(), CLOCK);

    @Test
    void showsAnEventInOneLineWithoutItsControlCharacters() {
        String line = lines.brief(RecordView.of(Samples.event("POST_TOPIC", 3, 17)));
        assertThat(line)
                .containsPattern(
                        "^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} POST_TOPIC-3@17 +post.created +the key ")
                .contains("{\"content\":\"hi ")
                .doesNotContain("\u001b")
                .endsWith("\n");
        assertThat(line.lines()).hasSize(1);
    }

    @Test
    void marksPoisonRecords() {
        assertThat(brief("\u001b[31mno\nJSON")).contains("poison: not JSON", "no\uFFFDJSON");
        assertThat(brief(null)).contains("poison: no value");
        assertThat(brief("[1]")).contains("poison: not JSON");
        assertThat(brief("{\"type\":\"post.created\"}")).contains("poison: not a CloudEvents 1.0");
    }

    @Test
    void writesOneDocumentPerLine() {
        String document =
                Documents.jsonLine(
                        TailDocument.of(
                                RecordView.of(Samples.event("POST_TOPIC", 3, 17, "a", "b"))));
        assertThat(document)
                .startsWith(
                        "{\"version\":1,\"topic\":\"POST_TOPIC\",\"partition\":3,\"offset\":17,\"time\":\"")
                .contains("\"headers\":{\"a\":\"b\"},\"problem\":null,\"event\":{\"specversion\"")
                .endsWith("\"value\":null}\n");
        assertThat(document.lines()).hasSize(1);
        assertThat(Documents.jsonLine(RecordView.of(Samples.record("T", 0, 0, "poison"))))
                .contains("\"event\":null,\"value\":\"cG9pc29u\"");
    }

    @Test
    void showsAFullEventAndItsOtherPlaces() {
        StoredRecord record = Samples.event("POST_TOPIC", 3, 17, "replay-id", "r\u001b1");
        RecordPosition copy = RecordPosition.of(Samples.event("POST_TOPIC.replay", 1, 2));
        assertThat(lines.whole(ShownEvent.of(RecordView.of(record), List.of(copy))))
                .contains(
                        "POST_TOPIC-3@17, key the key, written ",
                        "also at POST_TOPIC.replay-1@2\n",
                        "header replay-id: r\uFFFD1\n",
                        "  \"type\" : \"post.created\",\n");
    }

    @Test
    void filtersByTypeAndKey() {
        EventFilter filter = new EventFilter();
        RecordView event = RecordView.of(Samples.event("POST_TOPIC", 3, 17));
        RecordView poison = RecordView.of(Samples.record("POST_TOPIC", 3, 18, "poison"));
        assertThat(filter.matches(event) && filter.matches(poison)).isTrue();
        filter.types = Set.of("post.created", "post.deleted");
        assertThat(filter.matches(event)).isTrue();
        assertThat(filter.matches(poison)).isFalse();
        filter.keys = Set.of("another key");
        assertThat(filter.matches(event)).isFalse();
    }

    @Test
    void matchesAnEventByItsIdAndNotByATextThatContainsIt() {
        EventId id = EventId.parse(Samples.ID.toUpperCase(Locale.ROOT)).orElseThrow();
        assertThat(id.made()).contains(Samples.MADE);
        assertThat(id.earliest()).contains(Samples.MADE.minusSeconds(60));
        assertThat(id.isOf(Samples.event("POST_TOPIC", 3, 17))).isTrue();
        assertThat(id.isOf(Samples.record("T", 0, 0, "about " + Samples.ID))).isFalse();
        assertThat(id.isOf(Samples.record("T", 0, 0, "{\"data\":\"" + Samples.ID + "\"}")))
                .isFalse();
        assertThat(id.isOf(Samples.record("T", 0, 0, null))).isFalse();
        assertThat(EventId.parse("1-1-1-1-1")).isEmpty();
        assertThat(EventId.parse("6f46ec5f-0000-4000-8000-000000000001").orElseThrow().made())
                .isEmpty();
    }

    @Test
    void parsesPlaces() {
        assertThat(RecordPosition.parse("POST_TOPIC.shadow-x-3@17").orElseThrow().text())
                .isEqualTo("POST_TOPIC.shadow-x-3@17");
        assertThat(RecordPosition.parse("POST_TOPIC/3@17"))
                .isEqualTo(RecordPosition.parse("POST_TOPIC-3@17"));
        assertThat(RecordPosition.parse("POST_TOPIC@17")).isEmpty();
        assertThat(RecordPosition.parse(Samples.ID)).isEmpty();
    }

    @Test
    void beginsAtTheGivenPosition() {
        FakeBus bus = new FakeBus();
        Partition partition = new Partition("USER_TOPIC", 0);
        bus.hold(partition, 10, 30);
        bus.since(partition, 12);
        assertThat(begin(bus, null, true)).isEqualTo(30);
        assertThat(begin(bus, null, false)).isEqualTo(10);
        assertThat(begin(bus, "-5", true)).isEqualTo(25);
        assertThat(begin(bus, "-500", false)).isEqualTo(10);
        assertThat(begin(bus, "1h", true)).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-", "-x", "yesterday"})
    void refusesAnInvalidStartPosition(String from) {
        assertThatThrownBy(() -> StartPosition.parse(from, true, CLOCK))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("is not a start position")
                .extracting(error -> ((OperatorError) error).exitCode())
                .isEqualTo(2);
    }

    private String brief(@Nullable String value) {
        return lines.brief(RecordView.of(Samples.record("T", 0, 0, value)));
    }

    private static @Nullable Long begin(FakeBus bus, @Nullable String from, boolean follow) {
        return StartPosition.parse(from, follow, CLOCK)
                .in(bus.allTopics(), bus.allTopics().ranges(List.of("USER_TOPIC")))
                .get(new Partition("USER_TOPIC", 0));
    }
}
