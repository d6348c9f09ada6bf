package dev.socialhub.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "GET, true",
        "HEAD, true",
        "PUT, true",
        "DELETE, true",
        "POST, false",
        "PATCH, false"
    })
    void repeatsOnlyIdempotentMethods(String method, boolean repeatable) {
        assertThat(RetryPolicy.isRepeatable(method, new DefaultHttpHeaders()))
                .isEqualTo(repeatable);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, Idempotency-Key, true",
        "POST, X-Idempotency-Key, true",
        "PATCH, Idempotency-Key, false"
    })
    void repeatsPostsThatCarryAKey(String method, String header, boolean repeatable) {
        HttpHeaders headers = new DefaultHttpHeaders().add(header, "k");
        assertThat(RetryPolicy.isRepeatable(method, headers)).isEqualTo(repeatable);
    }

    @Test
    void retriesWhatNeverLeftWhateverItIs() {
        assertThat(RetryPolicy.mayRetry(1, false, false)).isTrue();
        assertThat(RetryPolicy.mayRetry(1, true, true)).isTrue();
        assertThat(RetryPolicy.mayRetry(1, true, false)).isFalse();
    }

    @Test
    void retriesOnce() {
        assertThat(RetryPolicy.mayRetry(2, false, true)).isFalse();
    }
}
