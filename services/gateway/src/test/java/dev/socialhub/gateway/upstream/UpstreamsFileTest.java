package dev.socialhub.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.route.Backend;
import dev.socialhub.gateway.testkit.TestSettings;
import dev.socialhub.gateway.upstream.UpstreamsFile.Reading;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamsFileTest {

    @TempDir Path folder;

    private Path path;
    private UpstreamsFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("upstreams.json");
        file =
                new UpstreamsFile(
                        TestSettings.following(path.toString()), JsonMapper.createDefault());
    }

    @Test
    void readsTheListsOfServicesAndEachAddressOnce() throws IOException {
        Reading reading =
                read(
                        "{\"posts\":[\"http://p:1\",\"http://p:2/\",\"http://p:1\"],\"auth\":[\"http://a:3\"]}");
        assertThat(reading.lists())
                .isEqualTo(
                        Map.of(
                                new Backend("posts"),
                                List.of(URI.create("http://p:1"), URI.create("http://p:2")),
                                new Backend("auth"),
                                List.of(URI.create("http://a:3"))));
        assertThat(reading.refused()).isEmpty();
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void tellsEachStateOfTheFileOnce() throws IOException {
        assertThat(file.change().orElseThrow().problems()).containsExactly("there is no such file");
        assertThat(file.change()).isEmpty();

        read("{\"posts\":[\"http://p:1\"]}");
        assertThat(file.change()).isEmpty();

        read("{\"posts\":[\"http://p:2\"]}");
        Files.delete(path);
        assertThat(file.change()).isPresent();
        assertThat(file.change()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"posts\":[\"http://p:1\"",
                "[]",
                "null",
                "7",
                "\"posts\"",
                "not JSON"
            })
    void refusesWhatIsNoJsonObjectAsAWhole(String text) throws IOException {
        Reading reading = read(text.isEmpty() ? " " : text);
        assertThat(reading.lists()).isEmpty();
        assertThat(reading.refused()).containsExactlyInAnyOrderElementsOf(Backend.all());
        assertThat(reading.problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "null",
                "\"http://p:1\"",
                "[7]",
                "[\"\"]",
                "[\"https://p:1\"]",
                "[\"http://p\"]",
                "[\"http://p:0\"]",
                "[\"http://p:65536\"]",
                "[\"http://me@p:1\"]",
                "[\"http://p:1/path\"]",
                "[\"http://p:1?q\"]",
                "[\"http://p:1#f\"]",
                "[\"http://p q:1\"]",
                "[\"http://p:1\",\"ftp://p:1\"]"
            })
    void refusesTheListOfOneServiceAndFollowsTheOthers(String list) throws IOException {
        Reading reading = read("{\"posts\":" + list + ",\"auth\":[\"http://a:3\"]}");
        assertThat(reading.lists()).containsOnlyKeys(new Backend("auth"));
        assertThat(reading.refused()).containsExactly(new Backend("posts"));
        assertThat(reading.problems()).hasSize(1).first().asString().startsWith("posts: ");
    }

    @Test
    void passesOverServicesThatItDoesNotKnow() throws IOException {
        Reading reading = read("{\"mail\":[\"http://m:1\"],\"auth\":[\"http://a:3\"]}");
        assertThat(reading.lists()).containsOnlyKeys(new Backend("auth"));
        assertThat(reading.refused()).isEmpty();
        assertThat(reading.problems()).containsExactly("it names the unknown service 'mail'");
    }

    private Reading read(String text) throws IOException {
        Files.writeString(path, text);
        return file.change().orElseThrow();
    }
}
