package dev.socialhub.posts.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.ConsumerGroup;
import dev.socialhub.shared.testing.FakeAuth;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.HttpCalls;
import dev.socialhub.shared.testing.ServiceProcess;
import dev.socialhub.shared.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, killed with -9 at random moments of a post with files. */
@Tag("campaign")
class MediaCrashIT {

    private static final int POSTS = 20;
    private static final int FILES = 3;

    private final Random moments = new Random(2_025);
    private final TestDatabase database = TestDatabase.fresh("posts");
    private final Map<Integer, String> answered = new HashMap<>();

    @TempDir private Path folder;

    @Test
    void leavesNoHalfPostAndNoFileThatNoPostUses() throws Exception {
        ConsumerGroup.beginAtTheEnd(database.name());
        try (FakeAuth auth = new FakeAuth()) {
            Person john = auth.signUp("john", "John Doe");
            Duration whole = timeOfOnePost(auth, john);
            for (int number = 0; number < POSTS; number++) {
                Duration moment = whole.multipliedBy(moments.nextInt(100)).dividedBy(100);
                killDuringPost(auth, john, number, moment);
                assertThat(halfPosts()).isEmpty();
            }
            assertThat(answered).hasSizeLessThan(POSTS);
            assertThat(database.query("select id from media where state <> 'attached'"))
                    .as("rows for the sweep")
                    .isNotEmpty();

            repeatAll(auth, john);
            assertThat(halfPosts()).isEmpty();
            assertThat(database.query("select id from post")).hasSize(POSTS + 1);
            sweepAll(auth);
        }
    }

    /** In a new process, as in all that follow. */
    private Duration timeOfOnePost(FakeAuth auth, Person john) throws Exception {
        try (ServiceProcess service = start(auth, Map.of());
                HttpCalls calls = new HttpCalls(service.url)) {
            long begin = System.nanoTime();
            assertThat(publish(calls, john, POSTS).status()).isEqualTo(201);
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    private void killDuringPost(FakeAuth auth, Person john, int number, Duration moment)
            throws Exception {
        try (ServiceProcess service = start(auth, Map.of());
                HttpCalls calls = new HttpCalls(service.url)) {
            CompletableFuture<Void> kill =
                    CompletableFuture.runAsync(
                            service.process::destroyForcibly,
                            CompletableFuture.delayedExecutor(
                                    moment.toMillis(), TimeUnit.MILLISECONDS));
            try {
                Answer answer = publish(calls, john, number);
                assertThat(answer.status()).as(answer.text()).isEqualTo(201);
                answered.put(number, answer.at("id"));
            } catch (UncheckedIOException killed) {
                assertThat(kill).isCompleted();
            }
            kill.join();
        }
    }

    private void repeatAll(FakeAuth auth, Person john) throws Exception {
        try (ServiceProcess service = start(auth, Map.of());
                HttpCalls calls = new HttpCalls(service.url)) {
            for (int number = 0; number < POSTS; number++) {
                Answer answer = publish(calls, john, number);
                assertThat(answer.status()).as(answer.text()).isEqualTo(201);
                assertThat(answer.at("id"))
                        .isEqualTo(answered.getOrDefault(number, answer.at("id")));
            }
        }
    }

    private void sweepAll(FakeAuth auth) throws Exception {
        for (Path form : forms()) {
            Files.setLastModifiedTime(
                    form, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        }
        try (ServiceProcess _ =
                start(auth, Map.of("MEDIA_SWEEP_INTERVAL", "1s", "MEDIA_UNATTACHED_AGE", "1s"))) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> {
                        assertThat(database.query("select id from media"))
                                .hasSize(FILES * (POSTS + 1));
                        assertThat(files()).isEqualTo(filesOfPosts());
                        assertThat(forms()).isEmpty();
                    });
        }
    }

    private ServiceProcess start(FakeAuth auth, Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("MEDIA_FOLDER", folder.resolve("media").toString());
        settings.put("MEDIA_UPLOAD_FOLDER", folder.resolve("incoming").toString());
        return ServiceProcess.start("posts", folder, auth, database, settings);
    }

    private static Answer publish(HttpCalls calls, Person john, int number) {
        TestForm form =
                new TestForm()
                        .field("content", "post " + number)
                        .file(Pictures.jpeg(1_500, 1_000))
                        .file(Pictures.mp4(4_000_000))
                        .file(Pictures.png(600, 400));
        return calls.send(
                john.token(),
                form.in(
                        calls.request("/api/v1/posts")
                                .timeout(Duration.ofSeconds(30))
                                .header("Idempotency-Key", "key-" + number)));
    }

    private List<String> halfPosts() {
        return database.query(
                "select id from post p where (select count(*) from media m where m.post_id = p.id)"
                        + " <> "
                        + FILES);
    }

    private Set<String> filesOfPosts() {
        return Set.copyOf(
                database.query(
                        "select id || '/original' from media union all"
                                + " select id || '/' || variant from media,"
                                + " (values ('small'), ('large')) v (variant)"
                                + " where small_type is not null"));
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("media"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.subpath(file.getNameCount() - 2, file.getNameCount()))
                    .map(Path::toString)
                    .collect(Collectors.toSet());
        }
    }

    private List<Path> forms() throws IOException {
        try (Stream<Path> forms = Files.list(folder.resolve("incoming"))) {
            return forms.toList();
        }
    }
}
