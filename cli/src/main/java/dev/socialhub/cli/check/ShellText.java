package dev.socialhub.cli.check;

import java.nio.file.Path;

/** Commands that can be pasted as they are shown. */
public final class ShellText {
    private ShellText() {}

    /** A path as one word. */
    public static String word(Path path) {
        return word(path.toString());
    }

    /** A text as one word. */
    public static String word(String text) {
        return text.matches("[\\w./+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
