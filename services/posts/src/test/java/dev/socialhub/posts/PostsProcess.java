package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.shared.testing.FakeAuth;
import dev.socialhub.shared.testing.HttpCalls;
import dev.socialhub.shared.testing.RunningService;
import dev.socialhub.shared.testing.TestDatabase;
import dev.socialhub.testkit.TestJvm;
import dev.socialhub.testkit.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The packaged service in its own process, which can be killed. */
final class PostsProcess implements AutoCloseable {

    final Process process;
    final String url;

    private PostsProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static PostsProcess start(Path folder, FakeAuth auth, TestDatabase database)
            throws IOException {
        int port = TestJvm.freePort();
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of(System.getProperty("socialhub.dist"), "posts.jar").toString());
        builder.environment().put("MEDIA_URL_KEY", RunningService.KEY);
        builder.environment()
                .putAll(
                        Map.of(
                                "PORT", Integer.toString(port),
                                "DATABASE_URL", database.url(),
                                "DATABASE_USER", database.user(),
                                "DATABASE_PASSWORD", database.password(),
                                "KAFKA_BROKERS", TestServers.shared().kafkaBrokers(),
                                "AUTH_URL", auth.url(),
                                "LOG_FILE", folder.resolve("posts.jsonl").toString(),
                                "SERVICE_TOKEN_KEY", RunningService.KEY,
                                "CONSUMER_GROUP", database.name(),
                                "COUNTS_FOLD_INTERVAL", "10ms"));
        Process process =
                builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out.log").toFile())
                        .start();
        PostsProcess service = new PostsProcess(process, "http://127.0.0.1:" + port);
        await().atMost(Duration.ofSeconds(60)).until(service::isReady);
        return service;
    }

    private boolean isReady() {
        assertThat(process.isAlive()).isTrue();
        try (HttpCalls calls = new HttpCalls(url)) {
            return calls.get(null, "/health/readiness").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(Duration.ofSeconds(15))).isTrue();
    }
}
