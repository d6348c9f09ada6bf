package dev.socialhub.gateway.page;

import java.util.List;

/**
 * What may stand in a page as it is. A value from outside becomes this by being escaped, here and
 * nowhere else.
 */
final class Html {

    static final Html NONE = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /** A value, fit for an element's content or a quoted attribute. */
    static Html text(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isControl(c) ? '\uFFFD' : c);
            }
        }
        return new Html(escaped.toString());
    }

    /** Markup of our own; never a value. */
    static Html markup(String own) {
        return new Html(own);
    }

    static Html all(List<Html> parts) {
        StringBuilder together = new StringBuilder();
        parts.forEach(part -> together.append(part.markup));
        return new Html(together.toString());
    }

    /** A browser would drop it or end the text there. */
    private static boolean isControl(char c) {
        return Character.isISOControl(c) && c != '\n';
    }

    @Override
    public String toString() {
        return markup;
    }
}
