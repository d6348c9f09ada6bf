package dev.socialhub.cli.doctor;

import java.nio.file.Path;

/** Commands that can be pasted as they are shown. */
final class Shell {
    private Shell() {}

    /** A path as one word. */
    static String word(Path path) {
        String text = path.toString();
        return text.matches("[\\w./+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
