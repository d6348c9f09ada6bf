package dev.socialhub.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.contracts.chat.MessageSent;
import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventCodec;
import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.event.EventType;
import dev.socialhub.contracts.event.MalformedEvent;
import dev.socialhub.contracts.post.CommentCreated;
import dev.socialhub.contracts.post.CommentDeleted;
import dev.socialhub.contracts.post.CommentUpdated;
import dev.socialhub.contracts.post.LikeCreated;
import dev.socialhub.contracts.post.LikeDeleted;
import dev.socialhub.contracts.post.PostCreated;
import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.contracts.post.PostUpdated;
import dev.socialhub.contracts.post.UserMentioned;
import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.BlockDeleted;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.FollowDeleted;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.contracts.user.UserRegistered;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Events as in the golden files are on buses and in outboxes already: a change breaks consumers.
 */
class GoldenEventTest {

    private static final UUID ID = UUID.fromString("01920000-0000-7000-8000-000000000001");
    private static final UUID USER = UUID.fromString("01920000-0000-7000-8000-0000000000aa");
    private static final UUID OTHER = UUID.fromString("01920000-0000-7000-8000-0000000000cc");
    private static final UUID POST = UUID.fromString("01920000-0000-7000-8000-0000000000bb");
    private static final UUID COMMENT = UUID.fromString("01920000-0000-7000-8000-0000000000dd");
    private static final UUID PARENT = UUID.fromString("01920000-0000-7000-8000-0000000000de");
    private static final String CONVERSATION = "dm_AZIAAAAAcACAAAAAAAAAqgGSAAAAAHAAgAAAAAAAAMw";
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final JsonMapper json = JsonMapper.createDefault();
    private final EventCodec codec = new EventCodec(json);

    @ParameterizedTest
    @EnumSource(EventType.class)
    void writesWhatTheGoldenFileHolds(EventType type) throws IOException {
        byte[] written = codec.encode(new Event(ID, TIME, TRACE, example(type)));
        assertThat(tree(written)).isEqualTo(tree(golden(type)));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void readsTheGoldenFile(EventType type) throws IOException {
        assertThat(codec.decode(golden(type))).contains(new Event(ID, TIME, TRACE, example(type)));
    }

    @Test
    void leavesTypesOfNewerProducersAlone() {
        byte[] event =
                """
                {"specversion":"1.0","id":"01920000-0000-7000-8000-000000000001",\
                "type":"post.exploded","time":"2026-01-02T03:04:05Z","data":{}}\
                """
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(codec.decode(event)).isEmpty();
    }

    @Test
    void toleratesFieldsOfNewerProducers() throws IOException {
        String golden = new String(golden(EventType.POST_DELETED), StandardCharsets.UTF_8);
        String newer = golden.replace("\"version\"", "\"reason\":\"spam\",\"version\"");
        assertThat(codec.decode(newer.getBytes(StandardCharsets.UTF_8))).isPresent();
    }

    @Test
    void readsPostsFromBeforeTheyHadHashtags() throws IOException {
        String golden = new String(golden(EventType.POST_CREATED), StandardCharsets.UTF_8);
        String older = golden.replaceFirst("\"hashtags\": \\[[^]]*], ", "");
        assertThat(older).isNotEqualTo(golden);
        assertThat(codec.decode(older.getBytes(StandardCharsets.UTF_8)).orElseThrow().data())
                .isInstanceOfSatisfying(
                        PostCreated.class, post -> assertThat(post.hashtags()).isEmpty());
    }

    @Test
    void refusesWhatIsNoEvent() {
        for (String bad :
                new String[] {"", "null", "[]", "{}", "{\"specversion\":\"1.0\"}", "\0"}) {
            assertThatThrownBy(() -> codec.decode(bad.getBytes(StandardCharsets.UTF_8)))
                    .as(bad)
                    .isInstanceOf(MalformedEvent.class);
        }
    }

    private static EventData example(EventType type) {
        return switch (type) {
            case USER_REGISTERED -> new UserRegistered(USER, "ada", "Ada Lovelace", TIME, 1);
            case USER_PROFILE_UPDATED -> new UserProfileUpdated(USER, "ada", "Ada King", 2);
            case USER_DELETED -> new UserDeleted(USER, TIME, 3);
            case FOLLOW_CREATED -> new FollowCreated(USER, "ada", OTHER, TIME, 1);
            case FOLLOW_DELETED -> new FollowDeleted(USER, OTHER, TIME, 2);
            case BLOCK_CREATED -> new BlockCreated(USER, OTHER, TIME, 1);
            case BLOCK_DELETED -> new BlockDeleted(USER, OTHER, TIME, 2);
            case POST_CREATED ->
                    new PostCreated(
                            POST,
                            USER,
                            "ada",
                            "#Grüße 👋",
                            Visibility.FOLLOWERS,
                            TIME,
                            List.of("Grüße"),
                            1);
            case POST_UPDATED ->
                    new PostUpdated(
                            POST,
                            USER,
                            "ada",
                            "#Grüße an @bob",
                            Visibility.PUBLIC,
                            TIME,
                            List.of("Grüße"),
                            TIME.plusSeconds(60),
                            2);
            case USER_MENTIONED -> new UserMentioned(POST, USER, "ada", OTHER, TIME, 2);
            case POST_DELETED -> new PostDeleted(POST, USER, TIME, 2);
            case LIKE_CREATED -> new LikeCreated(POST, USER, OTHER, "charles", TIME, 1);
            case LIKE_DELETED -> new LikeDeleted(POST, USER, OTHER, "charles", TIME, 2);
            case COMMENT_CREATED ->
                    new CommentCreated(
                            POST,
                            USER,
                            COMMENT,
                            PARENT,
                            USER,
                            OTHER,
                            "charles",
                            "Grüße 👋",
                            TIME,
                            1);
            case COMMENT_UPDATED ->
                    new CommentUpdated(
                            POST, USER, COMMENT, null, null, OTHER, "charles", "edited", TIME, 2);
            case COMMENT_DELETED ->
                    new CommentDeleted(
                            POST, USER, COMMENT, PARENT, USER, OTHER, "charles", TIME, 3);
            case MESSAGE_SENT ->
                    new MessageSent(CONVERSATION + ":7", CONVERSATION, USER, "ada", OTHER, TIME, 7);
        };
    }

    private JsonNode tree(byte[] bytes) throws IOException {
        return json.readValue(bytes, JsonNode.class);
    }

    private static byte[] golden(EventType type) throws IOException {
        String file = "/golden/" + type.typeName() + ".json";
        try (InputStream in = GoldenEventTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return in.readAllBytes();
        }
    }
}
