package dev.socialhub.posts.assist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A caption with exactly three different hashtags, whatever the generator wrote.
 *
 * @param text without hashtags
 * @param hashtags without number signs
 */
record Caption(String text, List<String> hashtags) {

    private static final int HASHTAGS = 3;
    private static final int MIN_WORD = 3;

    private static final Pattern HASHTAG = Pattern.compile("#([\\p{L}\\p{M}\\p{N}_]+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Completes the hashtags when the caption and its topic have too few words for them. */
    private static final List<String> GENERAL = List.of("today", "moments", "sharing");

    Caption {
        hashtags = List.copyOf(hashtags);
    }

    /** Keeps the first three hashtags, and makes missing ones of the topic's words. */
    static Caption of(String generated, String topic) {
        String text =
                SPACE.matcher(HASHTAG.matcher(generated).replaceAll("")).replaceAll(" ").strip();
        Stream<String> written = HASHTAG.matcher(generated).results().map(tag -> tag.group(1));
        Stream<String> ofTopic =
                WORD.matcher(topic.toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> word.codePointCount(0, word.length()) >= MIN_WORD);
        Map<String, String> hashtags = new LinkedHashMap<>();
        Stream.of(written, ofTopic, GENERAL.stream())
                .flatMap(tags -> tags)
                .filter(Caption::isTag)
                .forEach(tag -> hashtags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag));
        return new Caption(
                text.isEmpty() ? topic : text, hashtags.values().stream().limit(HASHTAGS).toList());
    }

    /** A hashtag of digits alone is none. */
    private static boolean isTag(String word) {
        return word.codePoints().anyMatch(Character::isLetter);
    }

    /** The text, followed by the hashtags. */
    String withHashtags() {
        return text + " #" + String.join(" #", hashtags);
    }
}
