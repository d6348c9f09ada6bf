package dev.socialhub.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.cli.seed.rows.DataSet;
import dev.socialhub.cli.seed.rows.DataSetSizes;
import dev.socialhub.cli.seed.rows.GeneratedRows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The bodies that are sent to the services: the fields that they expect, and not too many rows at
 * once.
 */
class SeedStageTest {
    private static final int A_MEGABYTE = 1 << 20;

    private final JsonMapper json = new JsonMapper();

    @Test
    void sendsTheFieldsThatServicesExpect() throws JsonProcessingException {
        List<SeedStage> stages = stages(new DataSetSizes(200, 2_000, 3_000));
        assertThat(stages)
                .extracting(stage -> stage.service() + " " + stage.path() + " " + stage.rows())
                .containsExactly(
                        "auth accounts 200",
                        "users profiles 200",
                        "users edges 9",
                        "users edges 3000",
                        "posts posts 2000",
                        "posts likes 4000",
                        "posts comments 1000",
                        "posts pictures 100",
                        "chat messages 3500");
        assertThat(fields(stages.get(0), "accounts"))
                .containsExactly("id", "username", "email", "name", "createdAtMillis");
        assertThat(fields(stages.get(1), "profiles"))
                .containsExactly(
                        "userId",
                        "username",
                        "name",
                        "headline",
                        "bio",
                        "location",
                        "skills",
                        "createdAtMillis");
        assertThat(fields(stages.get(2), "edges"))
                .containsExactly("fromId", "toId", "changedAtMillis");
        assertThat(written(stages.get(2)).get("kind").asText()).isEqualTo("block");
        assertThat(written(stages.get(3)).get("kind").asText()).isEqualTo("follow");
        assertThat(fields(stages.get(4), "posts"))
                .containsExactly("id", "authorId", "content", "visibility", "createdAtMillis");
        assertThat(fields(stages.get(5), "likes"))
                .containsExactly("postId", "userId", "likedAtMillis");
        assertThat(fields(stages.get(6), "comments"))
                .containsExactly("id", "postId", "authorId", "content", "createdAtMillis");
        assertThat(fields(stages.get(7), "pictures"))
                .containsExactly("id", "postId", "authorId", "createdAtMillis");
        assertThat(fields(stages.get(8), "messages"))
                .containsExactly(
                        "senderId",
                        "senderUsername",
                        "room",
                        "receiverId",
                        "tempId",
                        "text",
                        "createdAtMillis");
    }

    @Test
    void staysWellBelowWhatAServiceTakesAtOnce() throws JsonProcessingException {
        for (SeedStage stage : stages(new DataSetSizes(4_000, 4_000, 4_000))) {
            byte[] body =
                    json.writeValueAsString(
                                    stage.bodies().of(0, Math.min(stage.rows(), stage.batch())))
                            .getBytes(StandardCharsets.UTF_8);
            assertThat(body.length).as(stage.name()).isLessThan(A_MEGABYTE * 7 / 10);
        }
    }

    private static List<SeedStage> stages(DataSetSizes sizes) {
        return SeedStage.of(
                new GeneratedRows(new DataSet(1, sizes, SeedOptions.DEFAULT_END, null)));
    }

    private List<String> fields(SeedStage stage, String list) throws JsonProcessingException {
        JsonNode rows = written(stage).get(list);
        assertThat(rows).hasSize(2);
        return Stream.of(rows.get(0))
                .flatMap(row -> row.properties().stream())
                .map(Map.Entry::getKey)
                .toList();
    }

    private JsonNode written(SeedStage stage) throws JsonProcessingException {
        return json.readTree(json.writeValueAsString(stage.bodies().of(5, 7)));
    }
}
