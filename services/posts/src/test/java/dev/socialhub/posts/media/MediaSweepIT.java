package dev.socialhub.posts.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.ops.person.PersonFacts;
import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaSweepIT {

    private static final String SWEEP = "/internal/ops/media/sweep";

    private Path folder;
    private RunningService posts;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary.resolve("media");
        posts =
                RunningService.start(
                        "posts",
                        Map.of(
                                "socialhub.ops.enabled", true,
                                "posts.media.local.folder", folder.toString(),
                                "posts.media.upload-folder", temporary.toString()));
    }

    @AfterAll
    void stop() {
        posts.close();
    }

    @Test
    void removesWhatNoPostNeedsAndNothingElse() {
        Person john = posts.auth.signUp("john", "John Doe");
        String used = upload(john);
        String ofDeletedPost = upload(john);
        String unused = upload(john);
        String fresh = upload(john);
        String pending = upload(john);
        publish(john, used);
        posts.delete(john, publish(john, ofDeletedPost));
        makeOld(unused, "stored");
        makeOld(pending, "pending");
        double removed = removed("unattached");

        Answer preview = sweep(false);
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(preview.at("media.pending")).isEqualTo("1");
        assertThat(preview.at("media.unattached")).isEqualTo("1");
        assertThat(preview.at("media.ofDeletedPosts")).isEqualTo("1");
        assertThat(preview.at("executed")).isEqualTo("false");
        assertThat(files(unused)).isEqualTo(3);

        Answer swept = sweep(true);
        assertThat(swept.json().get("media")).isEqualTo(preview.json().get("media"));
        assertThat(swept.at("executed")).isEqualTo("true");
        for (String gone : List.of(ofDeletedPost, unused, pending)) {
            assertThat(files(gone)).isZero();
            assertThat(posts.database.query("select id from media where id = '" + gone + "'"))
                    .isEmpty();
        }
        for (String kept : List.of(used, fresh)) {
            assertThat(files(kept)).isEqualTo(3);
        }
        assertThat(removed("unattached")).isEqualTo(removed + 1);
        assertThat(sweep(true).at("media.unattached")).isEqualTo("0");
    }

    @Test
    void erasesTheFilesOfADeletedUser() {
        Person leaver = posts.auth.signUp("leaver", "Leaver");
        String attached = upload(leaver);
        String free = upload(leaver);
        Answer media = posts.get(leaver, "/api/v1/media/" + free);
        publish(leaver, attached);
        assertThat(posts.bean(PersonFacts.class).of(leaver.id()).facts())
                .containsEntry("media", 2L);

        posts.auth.delete(leaver);
        try (Bus bus = new Bus()) {
            bus.send(new UserDeleted(leaver.id(), Instant.now(), 9));
            await().until(() -> posts.bean(PersonFacts.class).of(leaver.id()).erased());
        }

        assertThat(files(attached) + files(free)).isZero();
        assertThat(posts.get(null, media.at("url")).status()).isEqualTo(404);
        assertThat(posts.bean(PersonFacts.class).of(leaver.id()).facts())
                .containsEntry("media", 0L);
    }

    @Test
    void isForOperatorsAlone() {
        Person john = posts.auth.signUp("nosy", "Nosy");

        assertThat(posts.get(null, SWEEP).status()).isEqualTo(401);
        assertThat(posts.get(john, SWEEP).status()).isEqualTo(403);
    }

    private String upload(Person person) {
        Answer answer =
                new TestForm().file(Pictures.png(30, 20)).send(posts, person, "/api/v1/media");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.at("id");
    }

    private String publish(Person person, String mediaId) {
        return posts.post(
                        person,
                        "/api/v1/posts",
                        "{\"content\":\"see\",\"mediaIds\":[\"%s\"]}".formatted(mediaId))
                .location();
    }

    private void makeOld(String id, String state) {
        posts.database.query(
                "update media set created_at = now() - interval '25 hours', state = '%s'"
                                .formatted(state)
                        + " where id = '"
                        + id
                        + "'");
    }

    private Answer sweep(boolean execute) {
        var request =
                posts.request(SWEEP)
                        .header(
                                "Authorization",
                                "Bearer " + posts.bean(ServiceTokens.class).issue());
        return posts.send(null, execute ? request.POST(BodyPublishers.noBody()) : request.GET());
    }

    private double removed(String reason) {
        return posts.bean(MeterRegistry.class)
                .get("posts.media.removed")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private long files(String id) {
        UUID parsed = UUID.fromString(id);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(parsed.toString()))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
