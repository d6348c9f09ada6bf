package dev.socialhub.loadtest.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFileTest {

    private static final String GOOD =
            """
            {"version": 1, "run": "k3x9q2", "profile": "follow", "gateway": "http://127.0.0.1:8080/",
             "services": {"auth": ["http://127.0.0.1:5000", "http://127.0.0.1:5100"]},
             "kafka": {"bootstrap.servers": "127.0.0.1:9092"},
             "rate": 12.5, "warm_up_seconds": 2, "seconds": 3, "people": 20, "folder": "somewhere"}
            """;

    @TempDir Path folder;

    @Test
    void readsAPlan() throws IOException {
        Plan plan = read(GOOD);
        assertThat(plan.gateway()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(plan.addresses("auth")).hasSize(2);
        assertThat(plan.addresses("users")).containsExactly(plan.gateway());
        assertThat(plan.kafka()).containsEntry("bootstrap.servers", "127.0.0.1:9092");
        assertThat(plan.offered(plan.seconds())).isEqualTo(38);
        assertThat(plan.offeredTotal()).isEqualTo(63);
        assertThat(plan.foreign()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "version": 1        | "version": 2         | its version is 2, but must be 1
                    "version": 1        | "version": null      | version is missing
                    "run": "k3x9q2" | "run": "K3 ../x" | run must be 1 to 12 letters a-z or digits
                    "people": 20        | "people": -1         | people must be between 0 and 100000
                    "people": 20        | "people": "many"  | the value of people has the wrong type
                    "people": 20        | "persons": 20        | it has an unknown key, persons
                    "rate": 12.5        | "rate": 0            | rate must be between 0.1 and 50000
                    "seconds": 3        | "seconds": 0         | seconds must be between 1 and 14400
                    http://127.0.0.1:8080/ | 127.0.0.1:8080    | gateway must be like http://127.0.0.1:8080
                    "http://127.0.0.1:5100" | "ftp://here"     | services must be like http://127.0.0.1:8080
                    "folder": "somewhere" | "folder": null     | folder is missing
                    """)
    void reportsWhatIsWrong(String good, String bad, String message) {
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(BadPlan.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "'', the value of the document has the wrong type",
        "'{', it is not JSON",
        "null, it contains no plan"
    })
    void refusesOtherDocuments(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadPlan.class).hasMessage(message);
    }

    @Test
    void refusesAMissingFile() {
        assertThatThrownBy(() -> PlanFile.read(folder.resolve("none.json")))
                .isInstanceOf(BadPlan.class)
                .hasMessage("it can't be read");
    }

    private Plan read(String text) throws IOException {
        return PlanFile.read(Files.writeString(folder.resolve("plan.json"), text));
    }
}
