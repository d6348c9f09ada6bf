package dev.socialhub.cli.topics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.AllTopics.TopicDetails;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document of {@code topics list}. */
@JsonPropertyOrder({"version", "topics"})
record TopicList(int version, List<Line> topics) {
    private static final int VERSION = 1;

    TopicList {
        topics = List.copyOf(topics);
    }

    static TopicList of(List<TopicDetails> topics) {
        return new TopicList(VERSION, topics.stream().map(Line::of).toList());
    }

    /**
     * One topic.
     *
     * @param bytes on one disk; null when no broker reports it
     * @param retentionSeconds how long records are kept; -1 for ever
     * @param oldest when its first record was written, ISO-8601; null when it has none
     */
    @JsonPropertyOrder({
        "topic",
        "partitions",
        "records",
        "bytes",
        "retentionSeconds",
        "oldest",
        "newest",
        "declared"
    })
    record Line(
            String topic,
            int partitions,
            long records,
            @Nullable Long bytes,
            long retentionSeconds,
            @Nullable String oldest,
            @Nullable String newest,
            boolean declared) {
        static Line of(TopicDetails topic) {
            return new Line(
                    topic.name(),
                    topic.partitions().size(),
                    topic.records(),
                    topic.bytes().isPresent() ? (Long) topic.bytes().getAsLong() : null,
                    topic.retention() < 0 ? -1 : topic.retention() / 1_000,
                    topic.oldest().map(Instant::toString).orElse(null),
                    topic.newest().map(Instant::toString).orElse(null),
                    TopicsCommands.isDeclared(topic.name()));
        }
    }

    String table() {
        Table table =
                new Table()
                        .text("TOPIC")
                        .number("PARTITIONS")
                        .number("RECORDS")
                        .number("SIZE")
                        .number("KEPT FOR")
                        .text("OLDEST")
                        .text("NEWEST")
                        .text("DECLARED");
        topics.forEach(one ->
                table.row(
                        one.topic(),
                        "" + one.partitions(),
                        String.format(Locale.ROOT, "%,d", one.records()),
                        one.bytes() == null ? "-" : Amounts.bytes(one.bytes()),
                        kept(one.retentionSeconds()),
                        time(one.oldest()),
                        time(one.newest()),
                        one.declared() ? "yes" : "no"));
        return table.render();
    }

    static String kept(long seconds) {
        return seconds < 0 ? "ever" : Amounts.duration(Duration.ofSeconds(seconds));
    }

    static String time(@Nullable String time) {
        return Printable.time(Optional.ofNullable(time).map(Instant::parse));
    }
}
