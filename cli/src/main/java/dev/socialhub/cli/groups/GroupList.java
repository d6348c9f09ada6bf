package dev.socialhub.cli.groups;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The document of {@code groups list}. */
@JsonPropertyOrder({"version", "groups"})
record GroupList(int version, List<Line> groups) {
    private static final int VERSION = 1;

    GroupList {
        groups = List.copyOf(groups);
    }

    static GroupList of(List<GroupBacklog> backlogs) {
        return new GroupList(VERSION, backlogs.stream().map(Line::of).toList());
    }

    /**
     * One group.
     *
     * @param service whose instances are its members; null for a group that isn't declared
     * @param state as Kafka names it; {@code Absent} if it never had a member
     */
    @JsonPropertyOrder({"group", "service", "state", "members", "topics", "lag"})
    record Line(
            String group,
            @Nullable String service,
            String state,
            int members,
            List<String> topics,
            long lag) {
        Line {
            topics = List.copyOf(topics);
        }

        static Line of(GroupBacklog backlog) {
            return new Line(
                    backlog.group().name(),
                    ConsumerGroups.declared(backlog.group().name())
                            .map(declared -> declared.service())
                            .orElse(null),
                    backlog.group().state(),
                    backlog.group().members().size(),
                    ConsumerGroups.topics(backlog.group()).stream().sorted().toList(),
                    backlog.lag());
        }
    }

    String table() {
        Table table =
                new Table()
                        .text("GROUP")
                        .text("SERVICE")
                        .text("STATE")
                        .number("MEMBERS")
                        .number("LAG")
                        .text("TOPICS");
        groups.forEach(one ->
                table.row(
                        one.group(),
                        one.service() == null ? "-" : one.service(),
                        one.state(),
                        "" + one.members(),
                        String.format(Locale.ROOT, "%,d", one.lag()),
                        String.join(", ", one.topics())));
        return table.render();
    }
}
