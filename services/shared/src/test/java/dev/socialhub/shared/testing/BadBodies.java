package dev.socialhub.shared.testing;

import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;

/** Bodies that no service takes, and how each of them is refused. */
public final class BadBodies {

    private BadBodies() {}

    /** Bodies that are no JSON object, whichever fields are expected. */
    public static List<String> malformed() {
        return List.of(
                "",
                " ",
                "null",
                "{",
                "[]",
                "[{}]",
                "\"",
                "\"x\"",
                "17",
                "nonsense",
                "[".repeat(5_000),
                "[".repeat(100_000));
    }

    /** A valid body that continues where it should end. */
    public static List<String> goingOn(String good) {
        return List.of(good + " trailing", good + good, good + ",", good + "}", good + "\0");
    }

    /** Sends each, and wants this status with a problem document that gives nothing away. */
    public static void assertRefused(
            int status, List<String> bodies, Function<String, Answer> call) {
        SoftAssertions.assertSoftly(softly -> {
            for (String body : bodies) {
                Answer answer = call.apply(body);
                String start = body.substring(0, Math.min(60, body.length()));
                softly.assertThat(answer.status())
                        .as(start + " -> " + answer.text())
                        .isEqualTo(status);
                softly.assertThat(answer.header("Content-Type"))
                        .as(start)
                        .isEqualTo("application/problem+json");
                softly.assertThat(answer.header("X-Request-Id")).as(start).isNotNull();
                softly.assertThat(answer.text())
                        .as(start)
                        .doesNotContain("xception", "dev.socialhub", "io.micronaut");
            }
        });
    }
}
