package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.EventHeaders;
import dev.socialhub.contracts.event.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Which consumer groups a record is for. A record on a live topic is for every group. A record on a
 * replay topic is for the groups named in its headers: those that it is replayed for, or the single
 * group that could not handle it and tries once more.
 */
final class Addressees {

    private Addressees() {}

    /** Whether this group should handle the record at all. */
    static boolean include(
            ConsumerRecord<byte[], byte[]> record, String group, ReplayPolicy replayPolicy) {
        if (isLive(record)) {
            return true;
        }
        String retrying = header(record, EventHeaders.RETRY_GROUP);
        if (retrying != null) {
            // What failed has not had its effect yet, so the replay policy does not apply.
            return retrying.equals(group);
        }
        return replayPolicy != ReplayPolicy.REFUSE && names(record, group);
    }

    /**
     * Whether the record is replayed for this group, which may have handled its event before. This
     * stays true when the record failed and is tried again.
     */
    static boolean replayTo(ConsumerRecord<byte[], byte[]> record, String group) {
        return !isLive(record) && names(record, group);
    }

    static boolean isLive(ConsumerRecord<byte[], byte[]> record) {
        return Topic.named(record.topic())
                .filter(topic -> topic.topicName().equals(record.topic()))
                .isPresent();
    }

    private static boolean names(ConsumerRecord<byte[], byte[]> record, String group) {
        String groups = header(record, EventHeaders.REPLAY_GROUPS);
        return groups != null && List.of(groups.split(",")).contains(group);
    }

    static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
