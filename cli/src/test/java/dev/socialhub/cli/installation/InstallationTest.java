package dev.socialhub.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallationTest {
    @ParameterizedTest
    @CsvSource({
        "./socialhubctl, ./socialhubctl",
        "/my folder/socialhubctl, '\"/my folder/socialhubctl\"'",
    })
    void printsItsOwnNameAsItCanBePasted(String called, String printed) {
        assertThat(Installation.of(Map.of("SOCIALHUB_COMMAND", called)).command())
                .isEqualTo(printed.replace('"', '\''));
    }
}
