package dev.socialhub.gateway.page;

import java.util.List;
import java.util.Locale;

/**
 * Whether somebody would rather have HTML than JSON. Only who names HTML and likes JSON less gets
 * it: programs that take anything, or ask for nothing, get what a program can read.
 */
final class Preference {

    private static final String HTML = "text/html";
    private static final String JSON = "application/json";

    private Preference() {}

    /**
     * Reads the values of the Accept headers (RFC 9110, 12.5.1); what is malformed is passed over.
     */
    static boolean isHtml(List<String> accepts) {
        double html = 0;
        double json = 0;
        double others = 0;
        boolean namesJson = false;
        for (String accept : accepts) {
            for (String range : accept.split(",", -1)) {
                String[] parts = range.split(";", -1);
                double quality = quality(parts);
                switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
                    case HTML -> html = Math.max(html, quality);
                    case JSON -> {
                        json = Math.max(json, quality);
                        namesJson = true;
                    }
                    case "application/*", "*/*" -> others = Math.max(others, quality);
                    default -> {
                        // Neither of the two.
                    }
                }
            }
        }
        // A wildcard speaks of what isn't named, and never against what is.
        return html > 0 && (namesJson ? html > json : html >= others);
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                return weight(parameter.substring(2));
            }
        }
        return 1;
    }

    /** At most three digits after the point, and never more than one. */
    private static double weight(String text) {
        return text.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(text) : 0;
    }
}
