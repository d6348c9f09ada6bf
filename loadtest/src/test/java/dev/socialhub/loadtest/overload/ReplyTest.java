package dev.socialhub.loadtest.overload;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {
    private static final String OVERLOADED =
            "{\"type\": \"urn:socialhub:problem:overloaded\", \"status\": 503}";

    @Test
    void aRefusalHasRetryAfterAndTheTypeOverloaded() {
        assertThat(new Reply(503, "1", OVERLOADED).result(200)).isEqualTo(RequestResult.REFUSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 |   | {\"type\":\"urn:socialhub:problem:overloaded\"} | 503 without"
                        + " Retry-After",
                "503 | x | {\"type\":\"urn:socialhub:problem:overloaded\"} | 503 without"
                        + " Retry-After",
                "503 | 1 | {\"type\":\"urn:socialhub:problem:unavailable\"} | 503 of another"
                        + " problem type",
                "503 | 1 | {\"detail\":\"overloaded\"} | 503 of another problem type",
                "503 | 1 | {} | 503 of another problem type",
                "429 | 1 | {\"type\":\"urn:socialhub:problem:overloaded\"} | 429",
                "500 |   | {} | 500",
                "201 |   | {} | 201",
            })
    void anyOtherAnswerIsAFailure(
            int status, @Nullable String retryAfter, String body, String reason) {
        assertThat(new Reply(status, retryAfter, body).result(200))
                .isEqualTo(RequestResult.failed(reason));
    }
}
