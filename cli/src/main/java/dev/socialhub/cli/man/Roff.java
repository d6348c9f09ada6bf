package dev.socialhub.cli.man;

/** The few requests of the man macros that a page needs, with text that is only ever text. */
final class Roff {
    private final StringBuilder page = new StringBuilder();

    Roff title(String name, String source) {
        page.append(
                ".TH \"%s\" \"1\" \"\" \"%s\" \"SocialHub\"%n"
                        .formatted(quoted(name), quoted(source)));
        // No words are hyphenated, and lines aren't justified: commands are copied from pages.
        page.append(".nh\n.ad l\n");
        return this;
    }

    Roff section(String name) {
        page.append(".SH ").append(name).append('\n');
        return this;
    }

    Roff paragraph() {
        page.append(".PP\n");
        return this;
    }

    /** Text that is filled into lines. */
    Roff text(String text) {
        page.append(line(text)).append('\n');
        return this;
    }

    /** A term in bold, and below it what it means. */
    Roff term(String term, String meaning) {
        page.append(".TP\n\\fB").append(escaped(term)).append("\\fR\n");
        page.append(meaning.isBlank() ? "\\&" : line(meaning)).append('\n');
        return this;
    }

    /** A line that stays as it is. */
    Roff verbatim(String text) {
        page.append(".nf\n").append(line(text)).append("\n.fi\n");
        return this;
    }

    @Override
    public String toString() {
        // Two such blocks one after another are one.
        return page.toString().replace(".fi\n.nf\n", "");
    }

    /** A line that begins with a dot or an apostrophe would be read as a request. */
    private static String line(String text) {
        String escaped = escaped(text);
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private static String quoted(String text) {
        return escaped(text).replace("\"", "\\(dq");
    }

    /** Backslashes begin escapes, and a plain hyphen isn't the character that shells take. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(letter -> {
                    switch (letter) {
                        case '\\' -> escaped.append("\\e");
                        case '-' -> escaped.append("\\-");
                        case '`' -> escaped.append("\\(ga");
                        case '\'' -> escaped.append("\\(aq");
                        case '^' -> escaped.append("\\(ha");
                        case '~' -> escaped.append("\\(ti");
                        default -> {
                            if (letter < 0x80) {
                                escaped.appendCodePoint(letter);
                            } else {
                                escaped.append("\\[u%04X]".formatted(letter));
                            }
                        }
                    }
                });
        return escaped.toString();
    }
}
