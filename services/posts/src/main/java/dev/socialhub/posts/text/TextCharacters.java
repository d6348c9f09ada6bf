package dev.socialhub.posts.text;

/** Which characters the words of hashtags consist of. */
final class TextCharacters {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int ENCLOSING_KEYCAP = 0x20E3;
    private static final int EMOJI_PRESENTATION = 0xFE0F;

    private TextCharacters() {}

    /** The number sign, also in its full width as keyboards for Japanese type it. */
    static boolean isNumberSign(int codePoint) {
        return codePoint == '#' || codePoint == '\uFF03';
    }

    static boolean isAtSign(int codePoint) {
        return codePoint == '@' || codePoint == '\uFF20';
    }

    /** Letters, marks, numbers and the underscore; no part of an emoji. */
    static boolean isOfWord(int codePoint) {
        return codePoint == '_'
                || switch (Character.getType(codePoint)) {
                    case Character.UPPERCASE_LETTER,
                            Character.LOWERCASE_LETTER,
                            Character.TITLECASE_LETTER,
                            Character.MODIFIER_LETTER,
                            Character.OTHER_LETTER,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER ->
                            true;
                    default -> isMark(codePoint);
                };
    }

    /**
     * Where the word that begins at a place ends; that place itself if none does. Joiners belong to
     * a word where they stand between letters, as they do in Persian.
     */
    static int endOfWord(String text, int begin) {
        int at = begin;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            boolean belongs =
                    isJoiner(codePoint)
                            ? at > begin && isLetterAt(text, at + 1)
                            : isOfWord(codePoint)
                                    && !isEmoji(text, at + Character.charCount(codePoint))
                                    && (at > begin || !isMark(codePoint));
            if (!belongs) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    /** Marks, without those that make an emoji of the character before them. */
    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.COMBINING_SPACING_MARK
                || (type == Character.NON_SPACING_MARK && !isVariationSelector(codePoint));
    }

    private static boolean isVariationSelector(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F;
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER;
    }

    private static boolean isLetterAt(String text, int at) {
        return at < text.length() && Character.isLetter(text.codePointAt(at));
    }

    /**
     * Whether the code of an emoji goes on here, after a character that would belong to a word: a
     * digit becomes a key, the letter i the sign for information.
     */
    private static boolean isEmoji(String text, int at) {
        return at < text.length()
                && (text.charAt(at) == EMOJI_PRESENTATION || text.charAt(at) == ENCLOSING_KEYCAP);
    }
}
