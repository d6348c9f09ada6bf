package dev.socialhub.posts.text;

import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A hashtag.
 *
 * @param key its NFKC case folding, by which hashtags are compared: accents count
 * @param shown as its author wrote it, without the number sign
 */
public record Hashtag(String key, String shown) {

    /** The maximum length of a hashtag and of its key, in code points. */
    public static final int MAX_LENGTH = 100;

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    /**
     * The hashtag that a text names, with or without the number sign; empty for a text that can't
     * be one.
     */
    public static Optional<Hashtag> named(String text) {
        String word = withoutSign(text);
        return TextCharacters.endOfWord(word, 0) == word.length() ? ofWord(word) : Optional.empty();
    }

    /** The words of a text, without number signs, that can be hashtags. */
    public static List<Hashtag> ofWords(String text) {
        List<Hashtag> hashtags = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = TextCharacters.endOfWord(text, at);
            ofWord(text.substring(at, end)).ifPresent(hashtags::add);
            at = end > at ? end : at + Character.charCount(text.codePointAt(at));
        }
        return hashtags;
    }

    /**
     * The beginning of a hashtag, with or without the number sign, in the form that keys have. Any
     * text has one, also a text that is no hashtag.
     */
    public static String folded(String beginning) {
        return FOLDING.normalize(withoutSign(beginning));
    }

    /** An id made of the key: the same in every instance, without a look-up. */
    public UUID id() {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The hashtag of the word after a number sign. A word without letters is none: it would be a
     * number, as in "#1".
     */
    static Optional<Hashtag> ofWord(String word) {
        if (word.codePoints().noneMatch(Character::isLetter) || isTooLong(word)) {
            return Optional.empty();
        }
        String key = FOLDING.normalize(word);
        return isTooLong(key) ? Optional.empty() : Optional.of(new Hashtag(key, word));
    }

    private static String withoutSign(String text) {
        return !text.isEmpty() && TextCharacters.isNumberSign(text.charAt(0))
                ? text.substring(1)
                : text;
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > MAX_LENGTH;
    }
}
