package dev.socialhub.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.page.DemoLogins.Login;
import dev.socialhub.gateway.testkit.TestSettings;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoLoginsFileTest {

    private static final String ONE =
            """
            {"version": 1, "password": "Pass", "more": {"of": [1]},
             "logins": [{"username": "ada", "name": "Ada", "about": "Counts"}, {"username": "bob"}]}
            """;

    @TempDir Path folder;

    private Path path;
    private DemoLoginsFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("demo-logins.json");
        file = file(path.toString());
    }

    @Test
    void isEmptyWithoutASettingAndWithoutAFile() {
        assertThat(file("").current()).isEmpty();
        assertThat(file.current()).isEmpty();
    }

    @Test
    void readsUsersAndTheirPassword() throws IOException {
        Files.writeString(path, ONE);
        assertThat(file.current())
                .hasValue(
                        new DemoLogins(
                                "Pass",
                                List.of(
                                        new Login("ada", "Ada", "Counts"),
                                        new Login("bob", "", ""))));
    }

    @Test
    void followsTheFileAsItComesChangesAndGoes() throws IOException {
        assertThat(file.current()).isEmpty();

        Files.writeString(path, ONE);
        assertThat(file.current().orElseThrow().password()).isEqualTo("Pass");

        // Of the same length and perhaps with the same time stamp, but still another file.
        Path next = folder.resolve("next.json");
        Files.writeString(next, ONE.replace("Pass", "Word"));
        Files.setLastModifiedTime(next, Files.getLastModifiedTime(path));
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
        assertThat(file.current().orElseThrow().password()).isEqualTo("Word");

        Files.writeString(path, "{");
        assertThat(file.current()).isEmpty();

        Files.delete(path);
        assertThat(file.current()).isEmpty();
    }

    @Test
    void readsAnUnchangedFileOnce() throws IOException {
        Files.writeString(path, ONE);
        assertThat(file.current().orElseThrow()).isSameAs(file.current().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{\"version\":1,\"password\":\"x\",\"logins\":[{\"username\":\"ada\"}",
                "{\"version\":2,\"password\":\"x\",\"logins\":[{\"username\":\"ada\"}]}",
                "{\"version\":\"1\",\"password\":\"x\",\"logins\":[{\"username\":\"ada\"}]}",
                "{\"version\":1,\"password\":7,\"logins\":[{\"username\":\"ada\"}]}",
                "{\"version\":1,\"logins\":[{\"username\":\"ada\"}]}",
                "{\"version\":1,\"password\":\"x\",\"logins\":{}}",
                "{\"version\":1,\"password\":\"x\",\"logins\":[]}",
                "{\"version\":1,\"password\":\"x\",\"logins\":[{\"username\":\"\"}]}",
                "{\"version\":1,\"password\":\"x\",\"logins\":[\"ada\"]}",
                "{\"version\":1,\"password\":\"x\",\"logins\":[null]}"
            })
    void usesNothingOfAFileThatIsNotWhole(String text) throws IOException {
        Files.writeString(path, text);
        assertThat(file.current()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongAndWhatIsNoFile() throws IOException {
        Files.writeString(path, ONE + " ".repeat(64 * 1024));
        assertThat(file.current()).isEmpty();

        Files.writeString(path, ONE.replace("Counts", "c".repeat(201)));
        assertThat(file.current()).isEmpty();

        assertThat(file(folder.toString()).current()).isEmpty();
    }

    private static DemoLoginsFile file(String path) {
        return new DemoLoginsFile(TestSettings.showing(path), JsonMapper.createDefault());
    }
}
