package dev.socialhub.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.socialhub.cli.bus.Bus.FoundTopic;
import dev.socialhub.cli.bus.FakeBus;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.contracts.event.ConsumerGroup;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupCheckTest {
    private static final ConsumerGroup GROUP = ConsumerGroup.NOTIFICATIONS;
    private static final String RESTART = "socialhubctl restart notifications";

    private final FakeBus bus = new FakeBus();

    @Test
    void aGroupThatReadsEverythingIsFine() {
        bus.join("notifications", GROUP.subscription());
        bus.lag(3);
        assertThat(examine("notifications")).isEqualTo(Finding.ok("all is read, lag 3"));
    }

    @Test
    void aServiceThatReadsAsAnotherGroupIsNamed() {
        bus.join("other", GROUP.subscription());
        assertThat(examine("other"))
                .isEqualTo(
                        Finding.fail(
                                "group notifications has no consumer: notifications reads as other",
                                RESTART));
    }

    @Test
    void aGroupWithoutMembersFails() {
        assertThat(examine("notifications"))
                .isEqualTo(Finding.fail("the group has no member", RESTART));
        bus.leave("notifications");
        assertThat(examine("notifications"))
                .isEqualTo(Finding.fail("the group has no member", RESTART));
    }

    @Test
    void partitionsThatNobodyReadsAreCounted() {
        bus.join("notifications", GROUP.subscription());
        bus.put(new FoundTopic("POST_TOPIC", 8, Map.of()));
        assertThat(examine("notifications").found())
                .isEqualTo("2 partitions have no consumer (group is Stable)");
    }

    @Test
    void aLargeLagIsFineOnlyWhileItShrinks() {
        bus.join("notifications", GROUP.subscription());
        bus.lag(9000, 8500);
        assertThat(examine("notifications")).isEqualTo(Finding.ok("catching up, lag 9000"));
        bus.lag(9000);
        assertThat(examine("notifications"))
                .isEqualTo(Finding.fail("lag 9000 doesn't shrink", RESTART));
    }

    private Finding examine(String group) {
        return new GroupCheck(
                        GROUP, "notifications", () -> reading(group), () -> bus, Duration.ZERO)
                .examine();
    }

    private static JsonNode reading(String group) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("consumers").addObject().put("group", group);
        return answer;
    }
}
