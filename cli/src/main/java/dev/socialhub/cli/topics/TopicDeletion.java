package dev.socialhub.cli.topics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The document of {@code topics delete}.
 *
 * @param deleted whether it was deleted; otherwise this is what would be deleted
 * @param groups that read it, or have read it
 */
@JsonPropertyOrder({"version", "topic", "declared", "deleted", "records", "groups"})
record TopicDeletion(
        int version,
        String topic,
        boolean declared,
        boolean deleted,
        long records,
        List<TopicDescription.Reader> groups) {
    private static final int VERSION = 1;

    TopicDeletion {
        groups = List.copyOf(groups);
    }

    static TopicDeletion of(TopicDescription topic, boolean deleted) {
        return new TopicDeletion(
                VERSION, topic.topic(), topic.declared(), deleted, topic.records(), topic.groups());
    }
}
