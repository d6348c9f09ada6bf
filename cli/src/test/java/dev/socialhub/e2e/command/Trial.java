package dev.socialhub.e2e.command;

import java.util.List;

/**
 * One call of the tool, and what it has to end with.
 *
 * @param arguments as they are typed, without quotes
 * @param running whether a platform runs; otherwise there has never been one
 */
record Trial(String arguments, int exitCode, boolean running) {
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
