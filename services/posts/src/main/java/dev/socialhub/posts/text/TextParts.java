package dev.socialhub.posts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The hashtags and mentions of a text, in its order, each once: as it is written first.
 *
 * @param hashtags at most {@value #MAX_HASHTAGS}; the text's later ones are none
 * @param usernames the mentioned names in lower case, at most {@value #MAX_MENTIONS}; whether users
 *     have these names is not known here
 */
public record TextParts(List<Hashtag> hashtags, List<String> usernames) {

    public static final int MAX_HASHTAGS = 30;
    public static final int MAX_MENTIONS = 50;

    private static final int MIN_USERNAME = 3;
    private static final int MAX_USERNAME = 30;

    public TextParts {
        hashtags = List.copyOf(hashtags);
        usernames = List.copyOf(usernames);
    }

    /** The parts of a text in NFC. */
    public static TextParts of(String text) {
        return new Scanner(text).scan();
    }

    /** A text in NFC without its hashtags; the spaces around them stay. */
    public static String withoutHashtags(String text) {
        Scanner scanner = new Scanner(text);
        scanner.scan();
        return scanner.rest.append(text, scanner.endOfRest, text.length()).toString();
    }

    /** Reads a text once, from its beginning to its end. */
    private static final class Scanner {

        private final String text;
        private final AddressesInText addresses;
        private final Map<String, Hashtag> hashtags = new LinkedHashMap<>();
        private final Set<String> usernames = new LinkedHashSet<>();

        /** Where the last hashtag ended: another one may follow at once. */
        private int endOfHashtag;

        /** What precedes the last hashtag, without those before it, and where that is continued. */
        private final StringBuilder rest = new StringBuilder();

        private int endOfRest;

        private Scanner(String text) {
            this.text = text;
            this.addresses = new AddressesInText(text);
        }

        private TextParts scan() {
            int at = 0;
            while (at < text.length()) {
                int codePoint = text.codePointAt(at);
                int end = at + Character.charCount(codePoint);
                int endOfAddress = addresses.endAround(at);
                if (endOfAddress > at) {
                    at = endOfAddress;
                } else if (TextCharacters.isNumberSign(codePoint) && mayBegin(at)) {
                    at = hashtag(end);
                } else if (TextCharacters.isAtSign(codePoint) && mayBegin(at)) {
                    at = mention(end);
                } else {
                    at = end;
                }
            }
            return new TextParts(new ArrayList<>(hashtags.values()), new ArrayList<>(usernames));
        }

        /** Whether a sign here is the first character of a word, and of no character's code. */
        private boolean mayBegin(int at) {
            if (at == 0 || at == endOfHashtag) {
                return true;
            }
            int before = text.codePointBefore(at);
            return !TextCharacters.isOfWord(before) && before != '&' && before != '@';
        }

        private int hashtag(int begin) {
            int end = TextCharacters.endOfWord(text, begin);
            Hashtag.ofWord(text.substring(begin, end))
                    .ifPresent(tag -> {
                        if (hashtags.size() < MAX_HASHTAGS) {
                            hashtags.putIfAbsent(tag.key(), tag);
                        }
                        rest.append(text, endOfRest, text.offsetByCodePoints(begin, -1));
                        endOfRest = end;
                    });
            endOfHashtag = end;
            return end;
        }

        private int mention(int begin) {
            int end = begin;
            while (end < text.length() && isOfUsername(text.charAt(end))) {
                end++;
            }
            int endOfName = end;
            while (endOfName > begin && text.charAt(endOfName - 1) == '.') {
                endOfName--;
            }
            int length = endOfName - begin;
            if (length >= MIN_USERNAME
                    && length <= MAX_USERNAME
                    && usernames.size() < MAX_MENTIONS
                    && !continuesAt(end)) {
                usernames.add(text.substring(begin, endOfName).toLowerCase(Locale.ROOT));
            }
            return end;
        }

        /** Usernames have no other letters, so "@adaé" does not mention "ada". */
        private boolean continuesAt(int at) {
            return at < text.length()
                    && (TextCharacters.isOfWord(text.codePointAt(at))
                            || TextCharacters.isAtSign(text.codePointAt(at)));
        }

        private static boolean isOfUsername(char character) {
            return (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || character == '_'
                    || character == '.';
        }
    }
}
