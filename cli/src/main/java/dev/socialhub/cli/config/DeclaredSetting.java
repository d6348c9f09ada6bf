package dev.socialhub.cli.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting as a program declares it.
 *
 * @param name of the variable
 * @param byDefault the value when it isn't set; null when it must be set
 * @param meaning in one line; empty when the declaration has no comment
 */
record DeclaredSetting(String name, @Nullable String byDefault, String meaning) {
    /** The settings of every service's log, which are outside its {@code application.yml}. */
    static final List<DeclaredSetting> LOG_SETTINGS =
            List.of(
                    new DeclaredSetting("LOG_LEVEL", "INFO", "The lowest level that is logged."),
                    new DeclaredSetting(
                            "LOG_FILE", "", "The file for JSON log lines; empty for the console."));
}
