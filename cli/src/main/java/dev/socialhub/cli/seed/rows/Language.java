package dev.socialhub.cli.seed.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The names of some of the users and what they write.
 *
 * @param hours their time zone's offset from UTC
 * @param share of all users, as a weight
 * @param familyFirst whether the family's name comes first, and without a blank
 * @param lines sentences with the placeholders {@code {topic}} and {@code {place}}
 */
record Language(
        int hours,
        int share,
        boolean familyFirst,
        List<Name> first,
        List<Name> last,
        List<String> places,
        List<String> jobs,
        List<String> topics,
        List<String> lines) {

    /** A name as it is written, and in the letters that usernames may have. */
    record Name(String written, String plain) {}

    /** All languages. Their order affects what a number produces: add new ones at the end. */
    static List<Language> all() {
        return List.of("en", "fr", "es", "pl", "tr", "ru", "uk", "ar", "hi", "ja", "zh", "ko")
                .stream()
                .map(Language::read)
                .toList();
    }

    /** Emoji, which belong to all languages. */
    static List<String> emoji() {
        return lines("emoji");
    }

    private static Language read(String code) {
        Map<String, List<String>> words = new HashMap<>();
        for (String line : lines(code)) {
            int blank = line.indexOf(' ');
            words.computeIfAbsent(line.substring(0, blank), _ -> new ArrayList<>())
                    .add(line.substring(blank + 1));
        }
        return new Language(
                Integer.parseInt(all(words, "hours").getFirst()),
                Integer.parseInt(all(words, "share").getFirst()),
                words.containsKey("order"),
                all(words, "first").stream().map(Language::name).toList(),
                all(words, "last").stream().map(Language::name).toList(),
                all(words, "place"),
                all(words, "job"),
                all(words, "topic"),
                all(words, "line"));
    }

    private static List<String> all(Map<String, List<String>> words, String kind) {
        return List.copyOf(Objects.requireNonNull(words.get(kind), kind));
    }

    private static Name name(String words) {
        int blank = words.lastIndexOf(' ');
        return new Name(words.substring(0, blank), words.substring(blank + 1));
    }

    private static List<String> lines(String name) {
        try (InputStream file =
                        Objects.requireNonNull(
                                Language.class.getResourceAsStream("/seed/" + name + ".txt"));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
