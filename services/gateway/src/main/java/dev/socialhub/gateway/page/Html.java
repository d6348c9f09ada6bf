package dev.socialhub.gateway.page;

import java.util.List;

/**
 * Text that is inserted into a page unchanged. A value from outside is escaped to become this type,
 * here and nowhere else.
 */
final class Html {

    static final Html NONE = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /** Escapes a value for use in an element's content or a quoted attribute. */
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

    /** The gateway's own markup; never a value from outside. */
    static Html markup(String own) {
        return new Html(own);
    }

    static Html all(List<Html> parts) {
        StringBuilder together = new StringBuilder();
        parts.forEach(part -> together.append(part.markup));
        return new Html(together.toString());
    }

    /** A browser would drop such a character or end the text there. */
    private static boolean isControl(char c) {
        return Character.isISOControl(c) && c != '\n';
    }

    @Override
    public String toString() {
        return markup;
    }
}
