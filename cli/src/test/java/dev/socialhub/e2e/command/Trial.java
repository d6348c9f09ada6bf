package dev.socialhub.e2e.command;

import java.nio.file.Path;
import java.util.List;

/**
 * One call of the tool, and what it has to end with.
 *
 * @param arguments as they are typed, without quotes; {@code {new}} is a path that doesn't exist
 *     yet
 * @param running whether a platform runs; otherwise there has never been one
 */
record Trial(String arguments, int exitCode, boolean running) {
    /** The same with a path that doesn't exist. */
    Trial with(Path nothing) {
        return new Trial(arguments.replace("{new}", nothing.toString()), exitCode, running);
    }

    String[] words() {
        return arguments.split(" ", -1);
    }

    Trial asJson() {
        return new Trial(arguments + " -o json", exitCode, running);
    }

    boolean isOf(List<String> command) {
        return (arguments + " ").startsWith(String.join(" ", command) + " ");
    }
}
