package dev.socialhub.shared.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.HttpCalls;
import dev.socialhub.shared.testing.TryServer;
import io.micronaut.runtime.server.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BooleanParameterTest {

    private static EmbeddedServer server;
    private static HttpCalls calls;

    @BeforeAll
    static void start() {
        server = TryServer.start();
        calls = new HttpCalls(server.getURL().toString());
    }

    @AfterAll
    static void stop() {
        calls.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/echo/flags, true|null",
        "/echo/flags?given=false, false|null",
        "/echo/flags?given=true&or-not=false, true|false",
        "/echo/flags?or-not=TRUE, true|true",
        "/echo/flags/bean, false",
        "/echo/flags/bean?given=true, true"
    })
    void readsTrueAndFalseAndTheDefault(String path, String read) {
        assertThat(calls.get(null, path).at("text")).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "/echo/flags?given=1, given",
        "/echo/flags?given=0, given",
        "/echo/flags?given=yes, given",
        "/echo/flags?given=, given",
        "/echo/flags?given, given",
        "/echo/flags?given=true&given=1, given",
        "/echo/flags?or-not=on, or-not",
        "/echo/flags/bean?given=1, given"
    })
    void refusesEverythingElse(String path, String field) {
        Answer answer = calls.get(null, path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("errors.0.field")).isEqualTo(field);
        assertThat(answer.at("errors.0.message")).isEqualTo("must be true or false");
    }
}
