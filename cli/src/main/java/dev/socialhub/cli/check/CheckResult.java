package dev.socialhub.cli.check;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.check.Finding.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One check and what it found. In JSON: fields may be added, none is renamed.
 *
 * @param fix null when there is nothing to do
 * @param millis how long it took
 */
@JsonPropertyOrder({"name", "status", "found", "fix", "millis"})
public record CheckResult(
        String name, Status status, String found, @Nullable String fix, long millis) {
    public static CheckResult of(String name, Finding finding, Duration taken) {
        return new CheckResult(
                name, finding.status(), finding.found(), finding.fix(), taken.toMillis());
    }
}
