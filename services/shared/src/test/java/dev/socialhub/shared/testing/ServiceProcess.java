package dev.socialhub.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.testkit.TestJvm;
import dev.socialhub.testkit.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A packaged service in its own process, which can be killed. */
public final class ServiceProcess implements AutoCloseable {

    public final Process process;
    public final String url;

    private ServiceProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts a service on a free port.
     *
     * @param folder for its logs
     * @param more environment variables, such as {@code JDK_JAVA_OPTIONS}
     */
    public static ServiceProcess start(
            String service,
            Path folder,
            FakeAuth auth,
            TestDatabase database,
            Map<String, String> more)
            throws IOException {
        int port = TestJvm.freePort();
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of(System.getProperty("socialhub.dist"), service + ".jar").toString());
        Map<String, String> environment = builder.environment();
        environment.putAll(
                Map.of(
                        "PORT", Integer.toString(port),
                        "DATABASE_URL", database.url(),
                        "DATABASE_USER", database.user(),
                        "DATABASE_PASSWORD", database.password(),
                        "REDIS_URL", TestServers.shared().redisUrl(),
                        "KAFKA_BROKERS", TestServers.shared().kafkaBrokers(),
                        "AUTH_URL", auth.url(),
                        "LOG_FILE", folder.resolve(service + ".jsonl").toString(),
                        "CONSUMER_GROUP", database.name()));
        environment.put("COUNTS_FOLD_INTERVAL", "10ms");
        PlatformManifest.packaged()
                .service(service)
                .ifPresent(entry ->
                        entry.secrets().forEach(one -> environment.put(one, RunningService.KEY)));
        environment.putAll(more);
        Process process =
                builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out.log").toFile())
                        .start();
        ServiceProcess started = new ServiceProcess(process, "http://127.0.0.1:" + port);
        await().atMost(Duration.ofSeconds(90)).until(started::isReady);
        return started;
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
        assertThat(process.waitFor(Duration.ofSeconds(20))).isTrue();
    }
}
