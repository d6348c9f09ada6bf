package dev.socialhub.cli.verify;

import static dev.socialhub.cli.verify.ExpectedAnswer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.http.Http.Answer;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Steps with a picture of the author, which the reader, a follower, likes and comments on. */
final class ReactionSteps {
    private static final String TEXT = "socialhubctl verify";

    private final Supplier<FlowUserAccess> author;
    private final Supplier<FlowUserAccess> reader;
    private final TestDataCleanup cleanup;
    private @Nullable String path;

    ReactionSteps(
            Supplier<FlowUserAccess> author,
            Supplier<FlowUserAccess> reader,
            TestDataCleanup cleanup) {
        this.author = author;
        this.reader = reader;
        this.cleanup = cleanup;
    }

    Finding publishPicture() {
        Answer published =
                author.get().send("POST", "/api/v1/posts", PictureForm.of(TEXT), Map.of());
        String post =
                expect(201, "post with a picture", "posts", published).json().path("id").asText();
        cleanup.addPost(author.get(), post);
        path = "/api/v1/posts/" + post;
        JsonNode picture = read().at("/media/0");
        String thumbnail = picture.path("thumbnailUrl").asText();
        // A content delivery network has an address of its own.
        if (thumbnail.startsWith("/")) {
            expect(200, "a thumbnail", "posts", reader.get().web().get(thumbnail));
        }
        boolean complete =
                picture.path("width").asInt() == PictureForm.WIDTH
                        && picture.path("height").asInt() == PictureForm.HEIGHT
                        && !thumbnail.isEmpty();
        return complete
                ? Finding.ok("published, and shown to a follower with a thumbnail")
                : Finding.fail(
                        "the post has no such picture: " + picture, "socialhubctl logs posts");
    }

    Finding like() {
        for (int i = 0; i < 2; i++) {
            expect(200, "like", "posts", reader.get().send("PUT", path + "/like"));
        }
        return counted("likes", 1, "counted once, though sent twice");
    }

    Finding comment() {
        Answer answer =
                reader.get().send("POST", path + "/comments", Map.of("content", TEXT), Map.of());
        JsonNode added = expect(201, "comment", "posts", answer).json();
        Finding found = counted("comments", 1, "added, and deleted by the post's author");
        expect(
                204,
                "deletion of a comment",
                "posts",
                author.get().send("DELETE", "/api/v1/comments/" + added.path("id").asText()));
        return found;
    }

    /** Reads a count of the post, which is exact at any moment. */
    private Finding counted(String count, int expected, String found) {
        JsonNode counts = read().path("counts");
        return counts.path(count).asInt() == expected
                ? Finding.ok(found)
                : Finding.fail(
                        "%s should be %d, but counts are %s".formatted(count, expected, counts),
                        "socialhubctl counters verify posts");
    }

    private JsonNode read() {
        return expect(200, "a post", "posts", reader.get().send("GET", String.valueOf(path)))
                .json();
    }
}
