package dev.socialhub.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclaredTopicTest {

    @Test
    void everyTopicIsDeclaredWithItsReplayAndTheDeadLettersOfItsReaders() {
        assertThat(DeclaredTopic.all())
                .extracting(DeclaredTopic::name)
                .containsExactly(
                        "CHAT_TOPIC",
                        "CHAT_TOPIC.replay",
                        "POST_TOPIC",
                        "POST_TOPIC.notifications.dlt",
                        "POST_TOPIC.replay",
                        "USER_TOPIC",
                        "USER_TOPIC.chat.dlt",
                        "USER_TOPIC.notifications.dlt",
                        "USER_TOPIC.posts.dlt",
                        "USER_TOPIC.replay",
                        "USER_TOPIC.users-cache.dlt",
                        "USER_TOPIC.users.dlt");
        assertThat(DeclaredTopic.all())
                .allSatisfy(topic -> {
                    assertThat(topic.partitions()).isEqualTo(6);
                    assertThat(topic.settings()).containsEntry("retention.ms", "604800000");
                });
    }

    @Test
    void aDeadLetterMayBeLargerThanWhatItHolds() {
        assertThat(DeclaredTopic.named("USER_TOPIC.replay").settings())
                .containsEntry("max.message.bytes", "2097152");
        assertThat(DeclaredTopic.named("USER_TOPIC.posts.dlt").settings())
                .containsEntry("max.message.bytes", "2097152");
        assertThat(DeclaredTopic.named("USER_TOPIC").settings())
                .doesNotContainKey("max.message.bytes");
    }

    @Test
    void aGroupReadsItsTopicsAndTheirReplays() {
        assertThat(ConsumerGroup.POSTS.topics()).isEqualTo(Set.of(Topic.USER));
        assertThat(ConsumerGroup.POSTS.subscription())
                .containsExactly("USER_TOPIC", "USER_TOPIC.replay");
    }
}
