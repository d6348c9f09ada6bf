package dev.socialhub.cli.aot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.backing.process.Launch;
import dev.socialhub.cli.aot.StartupCache.Recording;
import dev.socialhub.cli.aot.StartupCache.State;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When a start-up cache is used, and when it isn't. The JVM and its jars are replaced by plain
 * files.
 */
class StartupCachesTest {
    private static final FileTime LATER = FileTime.from(Instant.parse("2031-02-03T04:05:06Z"));

    @TempDir Path folder;

    private Path java;
    private Path dist;
    private StartupCaches caches;

    @BeforeEach
    void build() throws IOException {
        java = file("jdk/bin/java", "java");
        file("jdk/lib/modules", "modules");
        dist = folder.resolve("dist");
        file("dist/lib/a.jar", "a library");
        file("dist/lib/b.jar", "another");
        jar("posts.jar", "lib/a.jar lib/b.jar");
        jar("backing-servers.jar", "lib/b.jar");
        caches = caches(Map.of());
    }

    @Test
    void aLaunchWithoutACacheIsUnchanged() {
        assertThat(state(posts("-Xmx192m"))).isEqualTo(State.missing);
        assertThat(caches.use(posts("-Xmx192m")).command()).isEqualTo(posts("-Xmx192m").command());
    }

    @Test
    void aRecordedRunLeavesACacheThatTheNextOneUses() throws IOException {
        Launch posts = posts("-Xmx192m");
        Recording recording = caches.of(posts).orElseThrow().record();
        String output = recording.launch(posts).command().get(1);
        assertThat(output).startsWith("-XX:AOTCacheOutput=");
        Files.writeString(Path.of(output.substring(output.indexOf('=') + 1)), "classes");
        assertThat(recording.keep()).isTrue();
        assertThat(state(posts)).isEqualTo(State.usable);
        assertThat(caches.use(posts).command())
                .containsExactly(
                        java.toString(),
                        "-XX:AOTCache=" + folder.resolve("aot/posts.aot"),
                        "-Xmx192m",
                        "-jar",
                        "/home/programs/posts.jar");
        try (var files = Files.list(folder.resolve("aot"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("posts.aot", "posts.seal");
        }
    }

    @Test
    void allInstancesOfAServiceShareOne() throws IOException {
        make(posts("-Xmx192m"));
        Launch second = launch("posts-2", "-Xmx192m", "-jar", "/home/programs/posts.jar");
        assertThat(state(second)).isEqualTo(State.usable);
    }

    @Test
    void serversThatRunFromOneJarHaveOneEachWhateverTheirPorts() throws IOException {
        make(server("kafka", "9092"));
        assertThat(state(server("kafka", "19092"))).isEqualTo(State.usable);
        assertThat(state(server("mongodb", "27017"))).isEqualTo(State.missing);
        assertThat(caches.use(server("kafka", "9092")).command())
                .contains("-XX:AOTCache=" + folder.resolve("aot/kafka.aot"));
    }

    @Test
    void anyChangeOfItsInputsMakesItStale() throws IOException {
        for (String changed : List.of("dist/lib/b.jar", "dist/posts.jar", "jdk/lib/modules")) {
            make(posts("-Xmx192m"));
            Files.setLastModifiedTime(folder.resolve(changed), LATER);
            assertThat(state(posts("-Xmx192m"))).as(changed).isEqualTo(State.stale);
            assertThat(caches.use(posts("-Xmx192m")).command()).doesNotContain("-XX:AOTCache");
            Files.setLastModifiedTime(folder.resolve(changed), FileTime.from(Instant.EPOCH));
        }
        make(posts("-Xmx192m"));
        Files.writeString(dist.resolve("lib/a.jar"), "a larger library");
        assertThat(state(posts("-Xmx192m"))).isEqualTo(State.stale);
        make(posts("-Xmx192m"));
        assertThat(state(posts("-Xmx256m"))).as("other options").isEqualTo(State.stale);
    }

    @Test
    void damageIsDetectedAnywhere() throws IOException {
        Launch posts = posts("-Xmx192m");
        Path cache = folder.resolve("aot/posts.aot");
        make(posts);
        Files.writeString(cache, "classEs");
        Files.setLastModifiedTime(cache, LATER);
        assertThat(state(posts)).as("same size").isEqualTo(State.damaged);
        make(posts);
        Files.writeString(cache, "cla");
        assertThat(state(posts)).as("cut short").isEqualTo(State.damaged);
        make(posts);
        Files.writeString(folder.resolve("aot/posts.seal"), "garbage");
        assertThat(state(posts)).as("seal").isEqualTo(State.damaged);
        make(posts);
        Files.delete(folder.resolve("aot/posts.seal"));
        assertThat(state(posts)).as("unsealed").isEqualTo(State.damaged);
        assertThat(caches.use(posts).command()).isEqualTo(posts.command());
    }

    @Test
    void aCacheWithOnlyANewTimestampIsUsable() throws IOException {
        make(posts("-Xmx192m"));
        Files.setLastModifiedTime(folder.resolve("aot/posts.aot"), LATER);
        assertThat(state(posts("-Xmx192m"))).isEqualTo(State.usable);
    }

    @Test
    void aRunWhoseJarsWereChangedMeanwhileIsNotKept() throws IOException {
        Launch posts = posts("-Xmx192m");
        Recording recording = caches.of(posts).orElseThrow().record();
        Files.writeString(folder.resolve("aot/posts.new.aot"), "classes");
        Files.writeString(dist.resolve("lib/a.jar"), "a new build's library");
        assertThat(recording.keep()).isFalse();
        assertThat(state(posts)).isEqualTo(State.missing);
        assertThat(folder.resolve("aot/posts.new.aot")).doesNotExist();
    }

    @Test
    void aRunWithoutACacheFileIsNotKept() {
        assertThat(caches.of(posts("-Xmx192m")).orElseThrow().record().keep()).isFalse();
    }

    @Test
    void nativeProgramsAndOperatorsOwnCachesHaveNoCache() {
        Launch redis =
                new Launch("redis", List.of("redis-server", "--port", "1"), Map.of(), dist, dist);
        assertThat(caches.of(redis)).isEmpty();
        assertThat(caches.of(posts("-XX:AOTCache=mine.aot"))).isEmpty();
        assertThat(caches.of(posts("-XX:SharedArchiveFile=mine.jsa"))).isEmpty();
        assertThat(caches.of(posts("-Xshare:off"))).isEmpty();
    }

    @Test
    void canBeSwitchedOff() throws IOException {
        make(posts("-Xmx192m"));
        StartupCaches off = caches(Map.of("SOCIALHUB_AOT", "off"));
        assertThat(off.isOn()).isFalse();
        assertThat(off.use(posts("-Xmx192m")).command()).isEqualTo(posts("-Xmx192m").command());
    }

    private void make(Launch launch) throws IOException {
        StartupCache cache = caches.of(launch).orElseThrow();
        Recording recording = cache.record();
        Files.writeString(folder.resolve("aot/" + cache.program() + ".new.aot"), "classes");
        assertThat(recording.keep()).isTrue();
    }

    private State state(Launch launch) {
        return caches.of(launch).orElseThrow().state();
    }

    private StartupCaches caches(Map<String, String> environment) {
        return new StartupCaches(folder.resolve("aot"), dist, environment);
    }

    private Launch posts(String option) {
        return launch("posts", option, "-jar", "/home/programs/posts.jar");
    }

    private Launch server(String name, String port) {
        String jar = "/home/programs/backing-servers.jar";
        return launch(name, "-Xmx256m", "-cp", jar, "example." + name, port);
    }

    private Launch launch(String name, String... words) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of(words));
        return new Launch(name, command, Map.of(), folder, folder.resolve(name + ".out"));
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void jar(String name, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        OutputStream file = Files.newOutputStream(dist.resolve(name));
        new JarOutputStream(file, manifest).close();
    }
}
