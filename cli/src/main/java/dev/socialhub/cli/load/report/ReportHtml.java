package dev.socialhub.cli.load.report;

import java.util.Locale;

/** Text as it may be written into a page. */
final class ReportHtml {
    private ReportHtml() {}

    /** Escapes any text, so that it is only text; also between double quotes. */
    static String text(String anything) {
        StringBuilder safe = new StringBuilder(anything.length());
        anything.codePoints()
                .forEach(one -> {
                    switch (one) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        case '\'' -> safe.append("&#39;");
                        default -> safe.appendCodePoint(Character.isISOControl(one) ? 0xFFFD : one);
                    }
                });
        return safe.toString();
    }

    /** A coordinate: a tenth of a pixel is finer than a reader can see. */
    static String at(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
