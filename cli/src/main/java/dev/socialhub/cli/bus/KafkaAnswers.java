package dev.socialhub.cli.bus;

import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** How the tool's Kafka clients are configured, and what an operator is told when one fails. */
final class KafkaAnswers {
    private final Target target;

    KafkaAnswers(Target target) {
        this.target = target;
    }

    /** For an admin client, and the base configuration of any other client. */
    static Map<String, Object> settings(Target target) {
        Map<String, Object> settings = new HashMap<>(target.kafka());
        settings.put("client.id", "socialhubctl");
        settings.put("enable.metrics.push", false);
        settings.put("metric.reporters", "");
        settings.put("auto.include.jmx.reporter", false);
        settings.put("request.timeout.ms", 4_000);
        settings.put("default.api.timeout.ms", 8_000);
        return settings;
    }

    /**
     * Waits for an answer.
     *
     * @throws OperatorError (unavailable) when Kafka doesn't answer, or refuses
     */
    <T> T get(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            throw unavailable(failure.getCause());
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** The same for a call that waits by itself. */
    <T> T ask(Supplier<T> call) {
        try {
            return call.get();
        } catch (InterruptException interrupted) {
            throw interrupted(interrupted);
        } catch (KafkaException failure) {
            throw unavailable(failure);
        }
    }

    OperatorError unavailable(@Nullable Throwable cause) {
        String why = cause instanceof KafkaException ? cause.getMessage() : String.valueOf(cause);
        return new OperatorError(
                ExitCode.PLATFORM_UNAVAILABLE,
                "the request to Kafka at "
                        + target.kafka().get("bootstrap.servers")
                        + " failed ("
                        + why
                        + ")",
                target.restartKafka(),
                cause);
    }

    static OperatorError interrupted(Exception cause) {
        Thread.currentThread().interrupt();
        return new OperatorError(ExitCode.INTERRUPTED, "interrupted", "", cause);
    }
}
