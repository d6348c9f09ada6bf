package dev.socialhub.gateway.page;

import java.util.List;
import java.util.Locale;

/**
 * Whether a client prefers HTML to JSON. Only a client that names HTML and ranks JSON lower gets
 * HTML: programs that accept anything, or name no type, get JSON.
 */
final class Preference {

    private static final String HTML = "text/html";
    private static final String JSON = "application/json";

    private Preference() {}

    /** Reads the values of the Accept headers (RFC 9110, 12.5.1); malformed values are ignored. */
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
        // A wildcard applies only to types that aren't named, and never overrides one that is.
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

    /** Parses a weight: at most three digits after the point, and at most one. */
    private static double weight(String text) {
        return text.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(text) : 0;
    }
}
