package dev.socialhub.cli.groups;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.GroupPosition;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The document of {@code groups lag}. */
@JsonPropertyOrder({"version", "groups"})
record LagReport(int version, List<One> groups) {
    private static final int VERSION = 1;

    LagReport {
        groups = List.copyOf(groups);
    }

    /**
     * @param written when the first record that isn't handled was written; empty if there is none
     */
    static LagReport of(
            List<GroupBacklog> backlogs,
            Function<GroupPosition, Optional<Instant>> written,
            Instant now) {
        return new LagReport(
                VERSION, backlogs.stream().map(one -> One.of(one, written, now)).toList());
    }

    /**
     * One group.
     *
     * @param behindSeconds the age of its oldest unhandled record; 0 when there is none
     */
    @JsonPropertyOrder({"group", "lag", "behindSeconds", "partitions"})
    record One(String group, long lag, double behindSeconds, List<Part> partitions) {
        One {
            partitions = List.copyOf(partitions);
        }

        static One of(
                GroupBacklog backlog,
                Function<GroupPosition, Optional<Instant>> written,
                Instant now) {
            List<Part> parts =
                    backlog.positions().stream().map(one -> Part.of(one, written, now)).toList();
            return new One(
                    backlog.group().name(),
                    backlog.lag(),
                    parts.stream().mapToDouble(Part::behindSeconds).max().orElse(0),
                    parts);
        }
    }

    /**
     * One partition that it reads.
     *
     * @param committed the next offset that it is to handle; null if it never committed any
     * @param end offset that the next record will have
     */
    @JsonPropertyOrder({"topic", "partition", "committed", "end", "lag", "behindSeconds"})
    record Part(
            String topic,
            int partition,
            @Nullable Long committed,
            long end,
            long lag,
            double behindSeconds) {
        static Part of(
                GroupPosition position,
                Function<GroupPosition, Optional<Instant>> written,
                Instant now) {
            Optional<Instant> first =
                    position.lag() == 0 ? Optional.empty() : written.apply(position);
            return new Part(
                    position.partition().topic(),
                    position.partition().number(),
                    position.committed(),
                    position.range().to(),
                    position.lag(),
                    first.map(at -> Math.max(0, Duration.between(at, now).toMillis() / 1_000.0))
                            .orElse(0.0));
        }
    }

    String table() {
        Table table =
                new Table()
                        .text("GROUP")
                        .text("TOPIC")
                        .number("PARTITION")
                        .number("COMMITTED")
                        .number("END")
                        .number("LAG")
                        .number("BEHIND");
        for (One group : groups) {
            for (Part part : group.partitions()) {
                table.row(
                        group.group(),
                        part.topic(),
                        "" + part.partition(),
                        part.committed() == null ? "-" : "" + part.committed(),
                        "" + part.end(),
                        number(part.lag()),
                        behind(part.behindSeconds()));
            }
        }
        return table.render();
    }

    String totals() {
        Table table = new Table().text("GROUP").number("LAG").number("BEHIND");
        groups.forEach(
                one -> table.row(one.group(), number(one.lag()), behind(one.behindSeconds())));
        return table.render();
    }

    private static String number(long amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }

    private static String behind(double seconds) {
        return Amounts.duration(Duration.ofMillis(Math.round(seconds * 1_000)));
    }
}
