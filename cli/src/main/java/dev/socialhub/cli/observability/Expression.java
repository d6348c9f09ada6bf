package dev.socialhub.cli.observability;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in a PromQL expression; whether the expression is valid is for Prometheus to say. */
public record Expression(String text) {
    private static final Pattern COMMENT = Pattern.compile("#[^\\n]*");
    private static final Pattern STRING =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`");
    private static final Pattern SELECTOR = Pattern.compile("\\{[^}]*}|\\[[^]]*]");

    /** Labels, which look like metrics. */
    private static final Pattern LABELS =
            Pattern.compile(
                    "\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NAME =
            Pattern.compile("(?<![\\w:.$])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");
    private static final Set<String> WORDS =
            Set.of(
                    "and",
                    "or",
                    "unless",
                    "bool",
                    "offset",
                    "inf",
                    "nan",
                    "atan2",
                    "group_left",
                    "group_right");

    /** The metrics that it uses, in their order. */
    public Set<String> metrics() {
        String bare = STRING.matcher(text).replaceAll("''");
        bare = COMMENT.matcher(bare).replaceAll(" ");
        bare = SELECTOR.matcher(bare).replaceAll(" ");
        bare = LABELS.matcher(bare).replaceAll(" ");
        Set<String> names = new LinkedHashSet<>();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            if (!WORDS.contains(name.group().toLowerCase(Locale.ROOT))) {
                names.add(name.group());
            }
        }
        return names;
    }
}
