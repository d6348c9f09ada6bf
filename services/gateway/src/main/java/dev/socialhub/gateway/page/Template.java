package dev.socialhub.gateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The gateway's own markup with placeholders, {@code {{name}}}, that accept only {@link Html}. */
final class Template {

    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z]+)}}");

    private final List<String> between = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    Template(String text) {
        Matcher gap = GAP.matcher(text);
        int end = 0;
        while (gap.find()) {
            between.add(text.substring(end, gap.start()));
            gaps.add(gap.group(1));
            end = gap.end();
        }
        between.add(text.substring(end));
    }

    /** A template that is packaged with this program. */
    static Template named(String name) {
        return new Template(resource(name));
    }

    /** A file of the landing page that is packaged with this program. */
    static String resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream("/landing/" + name)) {
            if (in == null) {
                throw new IllegalStateException("this program does not contain landing/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Fills in all placeholders.
     *
     * @throws IllegalArgumentException if a placeholder has no value, or a value has no placeholder
     */
    Html filled(Map<String, Html> values) {
        Set<String> named = gaps.stream().collect(Collectors.toSet());
        if (!named.equals(values.keySet())) {
            throw new IllegalArgumentException(
                    "the placeholders are %s, the values %s".formatted(named, values.keySet()));
        }
        StringBuilder filled = new StringBuilder(between.getFirst());
        for (int i = 0; i < gaps.size(); i++) {
            filled.append(values.get(gaps.get(i))).append(between.get(i + 1));
        }
        return Html.markup(filled.toString());
    }
}
