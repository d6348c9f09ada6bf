package dev.socialhub.shared.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {

    private final MutableHttpRequest<String> request = HttpRequest.POST("/things", "{}");

    @Test
    void takesTheKeyFromEitherHeader() {
        assertThat(IdempotencyKey.of(request)).isEmpty();
        assertThat(IdempotencyKey.of(request.header("X-Idempotency-Key", "a")))
                .contains(new IdempotencyKey("a"));
    }

    @Test
    void refusesTwoKeys() {
        request.header("Idempotency-Key", "a").header("Idempotency-Key", "b");

        assertRefused(400);
    }

    @Test
    void refusesAKeyInEachHeader() {
        request.header("Idempotency-Key", "a").header("X-Idempotency-Key", "a");

        assertRefused(400);
    }

    @Test
    void refusesAKeyThatIsNotPrintable() {
        request.header("Idempotency-Key", "a b");

        assertRefused(422);
    }

    private void assertRefused(int status) {
        assertThatThrownBy(() -> IdempotencyKey.of(request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type().status()).isEqualTo(status));
    }
}
