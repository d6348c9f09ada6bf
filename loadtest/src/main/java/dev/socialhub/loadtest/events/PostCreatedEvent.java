package dev.socialhub.loadtest.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.socialhub.loadtest.users.TestUser;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The event {@code post.created} of a post that was never written. */
record PostCreatedEvent(
        UUID id, UUID postId, String authorId, String authorUsername, String content, Instant at) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    static PostCreatedEvent of(TestUser author, Instant at) {
        return new PostCreatedEvent(
                timeOrdered(at),
                timeOrdered(at),
                author.id(),
                author.username(),
                "An event without a post.",
                at);
    }

    /** A UUIDv7: the order of ids is the order of time. */
    private static UUID timeOrdered(Instant at) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                at.toEpochMilli() << 16 | VERSION_7 | random.nextLong(1 << 12),
                random.nextLong() >>> 2 | VARIANT);
    }

    /** The event as UTF-8 JSON, in the form that the services' contracts lay down. */
    byte[] json() {
        ObjectNode event = JSON.createObjectNode();
        event.put("specversion", "1.0")
                .put("id", id.toString())
                .put("type", "post.created")
                .put("source", "/posts")
                .put("subject", postId.toString())
                .put("time", at.toString())
                .put("partitionkey", postId.toString());
        ObjectNode data = event.putObject("data");
        data.put("postId", postId.toString())
                .put("authorId", authorId)
                .put("authorUsername", authorUsername)
                .put("content", content)
                .put("visibility", "public")
                .put("createdAt", at.toString())
                .put("version", 1)
                .putArray("hashtags");
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
