package dev.socialhub.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.bus.AllGroups.GroupDetails;
import dev.socialhub.cli.bus.AllGroups.Member;
import dev.socialhub.cli.bus.Bus.FoundTopic;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.FakeBus;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.contracts.event.DeclaredTopic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the verbs do to topics, and what they refuse. */
class TopicVerbsTest {
    private static final String SHADOW = "POST_TOPIC.shadow";

    private final FakeBus bus = new FakeBus();
    private final WantedTopic wantedTopic = new WantedTopic();

    @Test
    void makesATopicLikeADeclaredOneButForWhatIsWished() {
        wantedTopic.partitions = 2;
        wantedTopic.settings = Map.of("retention.ms", "1000", "cleanup.policy", "compact");
        DeclaredTopic wanted = wantedTopic.appliedTo(DeclaredTopic.named(SHADOW));

        TopicChange made = TopicsCreate.make(bus, wanted);

        assertThat(made.applied()).isTrue();
        assertThat(bus.topics(List.of(SHADOW)))
                .containsEntry(
                        SHADOW,
                        new FoundTopic(
                                SHADOW,
                                2,
                                Map.of("retention.ms", "1000", "cleanup.policy", "compact")));
        assertThat(TopicsCreate.make(bus, wanted).changes()).isEmpty();
    }

    @Test
    void doesNotTakeATopicThatIsThereOtherwise() {
        DeclaredTopic declared = DeclaredTopic.named("USER_TOPIC");
        assertThat(TopicsCreate.make(bus, declared).changes()).isEmpty();
        wantedTopic.partitions = 12;

        assertThatThrownBy(() -> TopicsCreate.make(bus, wantedTopic.appliedTo(declared)))
                .isInstanceOf(OperatorError.class)
                .hasMessage("USER_TOPIC exists already, with partitions 6")
                .extracting(error -> ((OperatorError) error).exitCode())
                .isEqualTo(1);
    }

    @Test
    void altersOnlyWhatDiffers() {
        TopicsCreate.make(bus, DeclaredTopic.named(SHADOW));
        wantedTopic.partitions = 8;
        wantedTopic.settings = Map.of("retention.ms", "604800000", "cleanup.policy", "compact");

        TopicChange plan = TopicsAlter.plan(bus, SHADOW, wantedTopic);
        assertThat(Documents.write(OutputFormat.json, plan))
                .isEqualToIgnoringNewLines(
                        """
                        {
                          "version" : 1,
                          "topic" : "POST_TOPIC.shadow",
                          "applied" : false,
                          "changes" : [ {
                            "what" : "partitions",
                            "now" : "6",
                            "then" : "8"
                          }, {
                            "what" : "cleanup.policy",
                            "now" : null,
                            "then" : "compact"
                          } ]
                        }
                        """);
        assertThat(TopicsAlter.warnings(plan)).singleElement().asString().contains("partition");

        TopicsAlter.apply(bus, plan);
        assertThat(TopicsAlter.plan(bus, SHADOW, wantedTopic).changes()).isEmpty();
    }

    @Test
    void warnsOfASettingThatIsDeclaredOtherwise() {
        wantedTopic.settings = Map.of("retention.ms", "1000");
        assertThat(TopicsAlter.warnings(TopicsAlter.plan(bus, "USER_TOPIC", wantedTopic)))
                .singleElement()
                .asString()
                .contains("declared as 604800000");
    }

    @Test
    void takesNoPartitionAway() {
        wantedTopic.partitions = 3;
        assertThatThrownBy(() -> TopicsAlter.plan(bus, "USER_TOPIC", wantedTopic))
                .isInstanceOf(OperatorError.class)
                .hasMessage("USER_TOPIC has 6 partitions, and partitions can't be removed")
                .extracting(error -> ((OperatorError) error).exitCode())
                .isEqualTo(5);
    }

    @Test
    void touchesNothingOfTheBrokersAndNothingThatIsNotThere() {
        bus.put(new FoundTopic("__consumer_offsets", 1, Map.of()));
        wantedTopic.partitions = 3;
        assertThatThrownBy(() -> TopicsAlter.plan(bus, "__consumer_offsets", wantedTopic))
                .hasMessageContaining("internal to the brokers");
        assertThatThrownBy(() -> TopicsAlter.plan(bus, "nowhere\u001b", wantedTopic))
                .isInstanceOf(OperatorError.class)
                .hasMessage("there is no topic named 'nowhere\uFFFD'")
                .extracting(error -> ((OperatorError) error).exitCode())
                .isEqualTo(4);
    }

    @Test
    void deletesOnlyWhatIsConfirmedAndADeclaredOneOnlyWithInsistence() {
        TopicDescription declared = describe("USER_TOPIC");
        TopicsCreate.make(bus, DeclaredTopic.named(SHADOW));
        TopicDescription shadow = describe(SHADOW);

        assertThat(TopicsDelete.refusal(shadow, true, false)).isEmpty();
        assertThat(TopicsDelete.refusal(shadow, false, true)).isPresent();
        assertThat(TopicsDelete.refusal(declared, true, false))
                .hasValueSatisfying(error -> {
                    assertThat(error.exitCode()).isEqualTo(5);
                    assertThat(error.fix()).contains("--even-declared", "topics apply --execute");
                });
        assertThat(TopicsDelete.refusal(declared, false, true)).isPresent();
        assertThat(TopicsDelete.refusal(declared, true, true)).isEmpty();
    }

    @Test
    void describesWhoReadsATopicAndHowFarTheyAre() {
        Partition first = new Partition("USER_TOPIC", 0);
        Partition second = new Partition("USER_TOPIC", 1);
        bus.hold(first, 10, 20);
        bus.hold(second, 0, 5);
        bus.put(
                new GroupDetails(
                        "posts",
                        "Stable",
                        List.of(new Member("client", "/127.0.0.1", Set.of(second))),
                        Map.of(first, 5L)));
        bus.put(
                new GroupDetails(
                        "others", "Empty", List.of(), Map.of(new Partition("POST_TOPIC", 0), 1L)));

        TopicDescription described = describe("USER_TOPIC");

        assertThat(described.records()).isEqualTo(15);
        // A record that retention has removed can't be handled any more.
        assertThat(described.groups())
                .containsExactly(new TopicDescription.Reader("posts", "Stable", 1, 15));
        assertThat(described.table())
                .contains("topic USER_TOPIC, declared, 15 records", "retention.ms", "PARTITION");
    }

    private TopicDescription describe(String name) {
        return TopicDescription.of(bus.allTopics().named(name), bus.allGroups().list());
    }
}
