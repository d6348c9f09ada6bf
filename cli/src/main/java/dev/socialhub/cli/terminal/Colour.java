package dev.socialhub.cli.terminal;

/** The few colours in use, by meaning. */
public enum Colour {
    GOOD("32"),
    BAD("31"),
    WARNING("33"),
    FAINT("2"),
    STRONG("1");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    /** The text between this colour's ANSI codes. */
    public String paint(String text) {
        return ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
