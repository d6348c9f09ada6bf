package dev.socialhub.cli.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.platform.EnvironmentPreview.Source;
import org.jspecify.annotations.Nullable;

/**
 * A setting as it may be shown: secrets are masked. In JSON: fields may be added, none is renamed.
 *
 * @param service the instance it is for, or the tool itself
 * @param name of the variable
 * @param value that a start would give it; null if it has none
 * @param running the value of the running process, if that differs
 * @param usual whether the value is the default, in the running process as well
 */
@JsonPropertyOrder({"service", "name", "value", "source", "running", "meaning"})
record Setting(
        String service,
        String name,
        @Nullable String value,
        Source source,
        @Nullable String running,
        @JsonIgnore boolean usual,
        String meaning) {

    boolean differs() {
        return running != null;
    }

    String cell() {
        String now = value == null ? "-" : value;
        return running == null ? now : now + " (running: " + running + "; restart to apply)";
    }
}
