package dev.socialhub.posts.assist;

import dev.socialhub.posts.text.Hashtag;
import dev.socialhub.posts.text.TextParts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Completes the hashtags when the caption and its topic have too few words for them. */
    private static final List<Hashtag> GENERAL = Hashtag.ofWords("today moments sharing");

    Caption {
        hashtags = List.copyOf(hashtags);
    }

    /** Keeps the first three hashtags, and makes missing ones of the topic's words. */
    static Caption of(String generated, String topic) {
        String text = SPACE.matcher(TextParts.withoutHashtags(generated)).replaceAll(" ").strip();
        List<Hashtag> ofTopic =
                Hashtag.ofWords(topic.toLowerCase(Locale.ROOT)).stream()
                        .filter(word -> word.shown().codePoints().count() >= MIN_WORD)
                        .toList();
        Map<String, String> hashtags = new LinkedHashMap<>();
        Stream.of(TextParts.of(generated).hashtags(), ofTopic, GENERAL)
                .flatMap(List::stream)
                .forEach(tag -> hashtags.putIfAbsent(tag.key(), tag.shown()));
        return new Caption(
                text.isEmpty() ? topic : text, hashtags.values().stream().limit(HASHTAGS).toList());
    }

    /** The text, followed by the hashtags. */
    String withHashtags() {
        return text + " #" + String.join(" #", hashtags);
    }
}
