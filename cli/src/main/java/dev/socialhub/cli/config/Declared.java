package dev.socialhub.cli.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting as a program declares it.
 *
 * @param name of the variable
 * @param byDefault what holds when nobody sets it; null when somebody must
 * @param meaning in one line; empty when nobody wrote any
 */
record Declared(String name, @Nullable String byDefault, String meaning) {
    /** What every service's log is told, outside its {@code application.yml}. */
    static final List<Declared> OF_LOGS =
            List.of(
                    new Declared("LOG_LEVEL", "INFO", "From which level on messages are logged."),
                    new Declared("LOG_FILE", "", "Where JSON lines go; empty for the console."));
}
