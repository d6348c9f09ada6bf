package dev.socialhub.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.bus.Bus.FoundTopic;
import dev.socialhub.cli.bus.FakeBus;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.contracts.event.DeclaredTopic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicDifferenceTest {
    private static final Map<String, String> DECLARED =
            DeclaredTopic.named("POST_TOPIC").settings();

    private final FakeBus bus = new FakeBus();

    @Test
    void aBusAsDeclaredHasNone() {
        assertThat(TopicDifference.on(bus)).isEmpty();
        assertThat(DeclaredTopic.all())
                .extracting(DeclaredTopic::name)
                .contains("USER_TOPIC", "POST_TOPIC.replay", "POST_TOPIC.notifications.dlt")
                .doesNotContain("POST_TOPIC.users.dlt")
                .isSorted();
    }

    @Test
    void eachDifferenceIsReportedAndCorrected() {
        bus.delete("USER_TOPIC");
        bus.put(new FoundTopic("POST_TOPIC", 1, DECLARED));
        Map<String, String> shorter =
                Map.of("retention.ms", "3600000", "max.message.bytes", "2097152");
        bus.put(new FoundTopic("POST_TOPIC.replay", 12, shorter));
        List<TopicDifference> differences = TopicDifference.on(bus);
        assertThat(Documents.write(OutputFormat.json, TopicsReport.of(differences, false)))
                .isEqualToIgnoringNewLines(
                        """
                        {
                          "version" : 1,
                          "applied" : false,
                          "differences" : [ {
                            "topic" : "POST_TOPIC",
                            "difference" : "1 partition, declared are 6",
                            "change" : "add 5"
                          }, {
                            "topic" : "POST_TOPIC.replay",
                            "difference" : "retention.ms is 3600000, declared is 604800000",
                            "change" : "set it to 604800000"
                          }, {
                            "topic" : "USER_TOPIC",
                            "difference" : "missing",
                            "change" : "create it with 6 partitions"
                          } ]
                        }
                        """);
        differences.forEach(one -> one.apply(bus));
        assertThat(TopicDifference.on(bus)).isEmpty();
        assertThat(bus.topics(List.of("POST_TOPIC.replay")).values())
                .extracting(FoundTopic::partitions)
                .containsExactly(12);
    }
}
